/** Alerts: new missions for a saved search, and what an organisation that somebody follows has published. */
import { publicOrigin } from '$lib/server/env';
import type { DomainEvent } from '$lib/server/events';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { missionCards, type MissionCard } from '$lib/domains/missions/server/queries/mission-cards';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { readerOf } from '../watch/reader';
import { Watchlists, type WatchlistDocument } from '../watch/watchlist.model';

const link = (path: string) => publicOrigin() + href(path);

/** What has ended since it was found is left out, and so is what she may not see any more. */
export async function mailMatch({ id, payload }: DomainEvent<'search.matched'>): Promise<void> {
  const { personId, searchId, missionIds, digestAt } = payload;
  const [reader, watchlist] = await Promise.all([
    readerOf(personId),
    Watchlists.findById(personId).lean<WatchlistDocument>(),
  ]);
  const search = watchlist?.searches.find((each) => each.id === searchId);
  if (!reader || !search) return;
  const { person, ctx } = reader;
  const missions = (await missionCards(ctx, missionIds)).filter(({ open }) => open);
  if (missions.length === 0) return;
  await enqueueMail({
    key: `${id}:${personId}`,
    to: person.email,
    personId,
    locale: person.locale,
    category: 'alert',
    kind: 'searches',
    ...(digestAt ? { digestAt: new Date(digestAt) } : {}),
    content: () => matchWords(person, search, missions),
  });
}

function matchWords(
  person: PersonContact,
  { name, query }: WatchlistDocument['searches'][number],
  missions: readonly MissionCard[],
): MailContent {
  const [only] = missions;
  const count = missions.length;
  const titleOf = (mission: MissionCard) => (mission.anonymised ? m.mission_confidential_title() : mission.title);
  const one = count === 1 && only;
  return {
    subject: one
      ? m.mail_match_one_subject({ name, title: titleOf(only) })
      : m.mail_match_many_subject({ name, count }),
    greeting: m.mail_greeting({ name: person.name }),
    paragraphs: [one ? only.summary : m.mail_match_many_text({ name, count })],
    ...(one
      ? {}
      : {
          sections: [
            {
              title: m.mail_match_list(),
              items: missions.map((each) => ({ text: titleOf(each), url: link(`/missions/${each.slug}`) })),
            },
          ],
        }),
    action: one
      ? { label: m.mail_match_one_action(), url: link(`/missions/${only.slug}`) }
      : { label: m.mail_match_many_action(), url: link(`/missions?${query}${query ? '&' : ''}sort=newest`) },
    note: m.mail_match_note({ url: link('/saved') }),
  };
}

/** A confidential mission is not told of: beside the organisation's name it would be confidential no more. */
export async function tellOfMission({ payload }: DomainEvent<'mission.published'>): Promise<void> {
  const mission = await missionForWork(payload.missionId);
  if (!mission || mission.confidentiality === 'cleared' || mission.state !== 'published') return;
  const { _id, organisationId, slug, title, summary } = mission;
  await tellFollowers(organisationId, `follow:mission:${_id}`, (organisation) => ({
    subject: m.mail_follow_mission_subject({ organisation, title }),
    paragraphs: [summary],
    action: { label: m.mail_match_one_action(), url: link(`/missions/${slug}`) },
  }));
}

export async function tellOfOutcome({ payload }: DomainEvent<'outcome.published'>): Promise<void> {
  const mission = await missionForWork(payload.missionId);
  if (mission?.confidentiality !== 'public') return;
  const { _id, organisationId, slug, title } = mission;
  // Several people may have worked on it: it is told once.
  await tellFollowers(organisationId, `follow:outcome:${_id}`, (organisation) => ({
    subject: m.mail_follow_outcome_subject({ organisation, title }),
    paragraphs: [m.mail_follow_outcome_text({ organisation, title })],
    action: { label: m.mail_outcome_see(), url: link(`/outcomes/${slug}`) },
  }));
}

/** What a decision-maker answered since, once for each answer. */
export async function tellOfUpdate({ payload }: DomainEvent<'outcome.updated'>): Promise<void> {
  const mission = await missionForWork(payload.missionId);
  if (mission?.confidentiality !== 'public') return;
  const { organisationId, slug, title } = mission;
  await tellFollowers(organisationId, `follow:outcome-update:${payload.updateId}`, (organisation) => ({
    subject: m.mail_follow_update_subject({ organisation, title }),
    paragraphs: [m.mail_follow_update_text({ organisation, title })],
    action: { label: m.mail_outcome_see(), url: link(`/outcomes/${slug}`) },
  }));
}

async function tellFollowers(
  organisationId: string,
  cause: string,
  words: (organisation: string) => MailContent,
): Promise<void> {
  const organisation = (await organisationCards([organisationId])).get(organisationId);
  if (organisation?.state !== 'verified') return;
  // Its own people hear of it as such.
  const members = new Set((await memberContacts(organisationId, 'viewer')).map(({ id }) => id));
  for (const personId of await Watchlists.distinct('_id', { 'follows.organisationId': organisationId })) {
    const person = members.has(personId) ? null : await personContact(personId);
    if (!person) continue;
    await enqueueMail({
      key: `${cause}:${personId}`,
      to: person.email,
      personId,
      locale: person.locale,
      category: 'alert',
      kind: 'follows',
      content: () => ({
        greeting: m.mail_greeting({ name: person.name }),
        ...words(organisation.name),
        note: m.mail_follow_note({ organisation: organisation.name, url: link('/saved') }),
      }),
    });
  }
}
