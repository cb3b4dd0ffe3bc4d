/** The mails about a mission's way: to moderators when one waits, to its editors about everything that happens to it. */
import { m } from '$lib/paraglide/messages.js';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import type { MailCategory } from '$lib/server/mail/mail.model';
import { publicOrigin } from '$lib/server/env';
import { formatInstant, formatRelative } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Locale } from '$lib/shared/locale';
import { moderatorContacts } from '$lib/domains/accounts/server/queries/list-moderators';
import type { PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { Missions, type MissionDocument } from '../mission.model';

interface Cause {
  id: string;
  at: Date;
}

/** What a mail says, in the recipient's language, which is set while this runs. */
type Words = (mission: MissionDocument, person: PersonContact, organisation: string) => MailContent;

async function read(missionId: string): Promise<{ mission: MissionDocument; organisation: string } | null> {
  const mission = await Missions.findById(missionId).lean<MissionDocument>();
  if (!mission) return null;
  const organisation = (await organisationCards([mission.organisationId])).get(mission.organisationId);
  return { mission, organisation: organisation?.name ?? '' };
}

async function send(
  cause: Cause,
  missionId: string,
  to: 'moderators' | 'editors',
  words: Words,
  category: MailCategory = 'work',
): Promise<void> {
  const found = await read(missionId);
  if (!found) return;
  const { mission, organisation } = found;
  const people =
    to === 'moderators' ? await moderatorContacts() : await memberContacts(mission.organisationId, 'editor');
  for (const person of people) {
    await enqueueMail({
      key: `${cause.id}:${person.id}`,
      to: person.email,
      personId: person.id,
      locale: person.locale,
      category,
      kind: to === 'moderators' ? 'moderation' : 'missions',
      content: () => ({ greeting: m.mail_greeting({ name: person.name }), ...words(mission, person, organisation) }),
    });
  }
}

const address = (path: string) => publicOrigin() + href(path);
const page = (mission: MissionDocument) => address(`/missions/${mission.slug}`);
const editing = (mission: MissionDocument) => address(`/missions/${mission.slug}/edit`);
const locale = () => getLocale() as Locale;
const deadlineWords = (mission: MissionDocument, person: PersonContact) =>
  mission.deadline ? formatInstant(mission.deadline, locale(), person.timeZone) : '';

export const mailSubmitted = (cause: Cause, missionId: string) =>
  send(cause, missionId, 'moderators', (mission, person, organisation) => ({
    subject: m.mail_mission_submitted_subject({ title: mission.title }),
    paragraphs: [
      m.mail_mission_submitted_text({ organisation, title: mission.title }),
      m.mail_mission_deadline({ deadline: deadlineWords(mission, person) }),
    ],
    action: { label: m.mail_mission_submitted_action(), url: address(`/moderation/missions/${mission._id}`) },
  }));

export const mailPublished = (cause: Cause, missionId: string) =>
  send(cause, missionId, 'editors', (mission, person) => ({
    subject: m.mail_mission_published_subject({ title: mission.title }),
    paragraphs: [
      m.mail_mission_published_text({ title: mission.title, deadline: deadlineWords(mission, person) }),
      m.mail_mission_published_next(),
    ],
    action: { label: m.mail_mission_published_action(), url: address(`/missions/${mission.slug}/candidates`) },
  }));

export const mailChangesRequested = (cause: Cause, missionId: string, note: string | null) =>
  send(cause, missionId, 'editors', (mission) => ({
    subject: m.mail_mission_changes_subject({ title: mission.title }),
    paragraphs: [m.mail_mission_changes_text({ title: mission.title })],
    ...(note ? { quote: note } : {}),
    action: { label: m.mail_mission_changes_action(), url: editing(mission) },
  }));

export const mailRejected = (cause: Cause, missionId: string, note: string | null) =>
  send(cause, missionId, 'editors', (mission) => ({
    subject: m.mail_mission_rejected_subject({ title: mission.title }),
    paragraphs: [m.mail_mission_rejected_text({ title: mission.title })],
    ...(note ? { quote: note } : {}),
    action: { label: m.mail_mission_rejected_action(), url: page(mission) },
  }));

export const mailDeadlineNear = (cause: Cause, missionId: string) => {
  const words: Words = (mission, person) => ({
    subject: m.mail_mission_near_subject({
      title: mission.title,
      when: mission.deadline ? formatRelative(mission.deadline, cause.at, locale()) : '',
    }),
    paragraphs: [
      m.mail_mission_near_text({ title: mission.title, deadline: deadlineWords(mission, person) }),
      m.mail_mission_near_next(),
    ],
    action: { label: m.mail_mission_near_action(), url: address(`/missions/${mission.slug}/candidates`) },
  });
  return send(cause, missionId, 'editors', words, 'reminder');
};

export const mailExpired = (cause: Cause, missionId: string) =>
  send(cause, missionId, 'editors', (mission) => ({
    subject: m.mail_mission_expired_subject({ title: mission.title }),
    paragraphs: [m.mail_mission_expired_text({ title: mission.title }), m.mail_mission_expired_next()],
    action: { label: m.mail_mission_expired_action(), url: editing(mission) },
  }));

export const mailCancelled = (cause: Cause, missionId: string, note: string | null) =>
  send(cause, missionId, 'editors', (mission) => ({
    subject: m.mail_mission_cancelled_subject({ title: mission.title }),
    paragraphs: [m.mail_mission_cancelled_text({ title: mission.title })],
    ...(note ? { quote: note } : {}),
    action: { label: m.mail_mission_cancelled_action(), url: page(mission) },
  }));
