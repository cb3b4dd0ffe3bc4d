/** What aftercare writes: the questions with their one-press links, the wish for a story's consent, and last year's guests. */
import { m } from '$lib/paraglide/messages.js';
import { publicOrigin } from '$lib/server/env';
import { now } from '$lib/server/clock';
import { formatDay, DAY } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { getLocale } from '$lib/paraglide/runtime.js';
import { addressees, CONTACT_DAYS, type AftercareKind } from '../../aftercare/aftercare';
import { agreed } from '../../results/story';
import { answerUrl } from '../aftercare/answer-link';
import { findDeal } from '../deals/change-deal';
import { registrationsOf } from '../deals/parties';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { Stories, type StoryDocument } from '../results/story.model';
import { toEditors } from './to-editors';

const link = (path: string) => publicOrigin() + href(path);

/** The link answers without an account: it stands in the mail only, never in the application. */
export async function mailAftercare(cause: string, dealId: string, kind: AftercareKind): Promise<void> {
  const { deal, edition } = await findDeal(dealId);
  const registrations = await registrationsOf(deal.parties);
  const said = {
    contact: { subject: m.care_mail_contact_subject, text: m.care_mail_contact },
    ask: { subject: m.care_mail_ask_subject, text: m.care_mail_ask },
    remind: { subject: m.care_mail_remind_subject, text: m.care_mail_remind },
  }[kind];
  for (const id of addressees(deal, kind)) {
    const registration = registrations.get(id);
    if (!registration) continue;
    const others = deal.parties
      .filter((one) => one !== id)
      .map((one) => registrations.get(one)?.name ?? '–')
      .join(', ');
    const due = new Date((deal.registeredAt ?? now()).getTime() + CONTACT_DAYS * DAY);
    await toEditors(
      cause,
      registration.organisationId,
      () => {
        const day = formatDay(due, getLocale(), edition.timeZone);
        const words = { others, edition: edition.name, number: deal.number ?? 0, day };
        return {
          subject: said.subject(words),
          paragraphs: [said.text(words), ...deal.legs.map(({ what }) => `– ${what}`)],
          action: {
            label: m.care_mail_answer(),
            url: answerUrl(edition.slug, { dealId, registrationId: id }, now()),
          },
          note: m.care_mail_note(),
        };
      },
      'no_link',
    );
  }
}

/** To every side that has not agreed yet; nobody is asked about words that were changed since. */
export async function mailStory(cause: string, dealId: string, version: number): Promise<void> {
  const { deal, edition } = await findDeal(dealId);
  const story = await Stories.findById(dealId).lean<StoryDocument>();
  if (story?.version !== version) return;
  const registrations = await registrationsOf(deal.parties);
  const writer = registrations.get(story.by)?.name ?? '–';
  for (const id of deal.parties.filter((one) => !agreed(story, one))) {
    const registration = registrations.get(id);
    if (!registration) continue;
    await toEditors(cause, registration.organisationId, () => ({
      subject: m.story_mail_subject({ writer, number: deal.number ?? 0 }),
      paragraphs: [m.story_mail({ edition: edition.name })],
      quote: story.text,
      action: { label: m.story_mail_open(), url: link(`/exchange/${edition.slug}/aftercare/${dealId}`) },
    }));
  }
}

/** Organisations that had a place in the edition before and are not here yet. */
export async function mailFormerGuests(cause: string, editionId: string): Promise<void> {
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  if (!edition?.copiedFrom) return;
  const here = await Registrations.find({ editionId }).lean<RegistrationDocument[]>();
  const known = new Set(here.map(({ organisationId }) => organisationId));
  const former = await Registrations.find({ editionId: edition.copiedFrom, state: 'approved' }).lean<
    RegistrationDocument[]
  >();
  for (const { organisationId, name } of former.filter((one) => !known.has(one.organisationId)))
    await toEditors(cause, organisationId, () => {
      const day = formatDay(edition.startsAt, getLocale(), edition.timeZone);
      const words = { edition: edition.name, organisation: name, day, city: edition.city };
      return {
        subject: m.exchange_mail_again_subject(words),
        paragraphs: [m.exchange_mail_again(words)],
        action: {
          label: m.exchange_mail_again_open(),
          url: link(`/exchange/${edition.slug}/register/${organisationId}`),
        },
      };
    });
}
