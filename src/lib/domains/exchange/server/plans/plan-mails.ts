/** Mails about agendas, lists and rings: to delegates with their own agenda, and to the editors of their organisations. */
import { m } from '$lib/paraglide/messages.js';
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { systemContext } from '$lib/server/context';
import { publicOrigin } from '$lib/server/env';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { op } from '$lib/server/mongo';
import { formatDay } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { BASE_LOCALE, type Locale } from '$lib/shared/locale';
import { getLocale } from '$lib/paraglide/runtime.js';
import { lineWords } from '../../agenda/agenda-words';
import { speakersOf } from '../../agenda/people';
import { Editions, type EditionDocument } from '../edition.model';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { Attempts, type AttemptDocument } from './attempt.model';
import { pairTexts } from './pair-texts';
import { readAgendas, type PersonAgenda } from './read-agendas';

const link = (path: string) => publicOrigin() + href(path);

export type AgendaMail = 'published' | 'again' | 'taken_back' | 'repaired' | 'shifted' | 'shifted_back';

const TEXTS: Record<AgendaMail, { subject: (words: Words) => string; text: (words: Words) => string }> = {
  published: { subject: (words) => m.agenda_mail_subject(words), text: (words) => m.agenda_mail_published(words) },
  again: { subject: (words) => m.agenda_mail_again_subject(words), text: (words) => m.agenda_mail_again(words) },
  taken_back: {
    subject: (words) => m.agenda_mail_taken_back_subject(words),
    text: (words) => m.agenda_mail_taken_back(words),
  },
  repaired: {
    subject: (words) => m.agenda_mail_repaired_subject(words),
    text: (words) => m.agenda_mail_repaired(words),
  },
  shifted: {
    subject: (words) => m.agenda_mail_shifted_subject(words),
    text: (words) => m.agenda_mail_shifted(words),
  },
  shifted_back: {
    subject: (words) => m.agenda_mail_shifted_subject(words),
    text: (words) => m.agenda_mail_shifted_back(words),
  },
};
interface Words {
  edition: string;
  day: string;
  venue: string;
}

const wordsOf = (edition: EditionDocument): Words => ({
  edition: edition.name,
  day: formatDay(edition.startsAt, getLocale(), edition.timeZone),
  venue: `${edition.venue}, ${edition.city}`,
});

interface Recipient {
  name: string;
  email: string;
  locale: Locale;
  personId?: string;
}

function send(cause: string, to: Recipient, content: () => Omit<MailContent, 'greeting'>): Promise<boolean> {
  return enqueueMail({
    key: `${cause}:${to.email}`,
    to: to.email,
    ...(to.personId ? { personId: to.personId } : {}),
    locale: to.locale,
    category: 'work',
    kind: 'organisation',
    content: () => ({ greeting: m.mail_greeting({ name: to.name }), ...content() }),
  });
}

/** Editors of these organisations, each once. */
async function editorsOf(registrations: readonly Pick<RegistrationDocument, 'organisationId'>[]): Promise<Recipient[]> {
  const all = new Map<string, Recipient>();
  for (const { organisationId } of registrations)
    for (const { id, name, email, locale } of await memberContacts(organisationId, 'editor'))
      all.set(email, { name, email, locale, personId: id });
  return [...all.values()];
}

/** A delegate without an account is written to in the language of her organisation's first editor. */
async function delegateOf(email: string, name: string, organisationId: string): Promise<Recipient> {
  const account = await personByEmail(email);
  if (account) return { name, email, locale: account.locale, personId: account.id };
  const [editor] = await memberContacts(organisationId, 'editor');
  return { name, email, locale: editor?.locale ?? BASE_LOCALE };
}

export async function mailAgendas(
  cause: string,
  editionId: string,
  touched: readonly string[],
  what: AgendaMail,
): Promise<void> {
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  const found = await Registrations.find({
    _id: op({ $in: [...touched] }),
    state: 'approved',
  }).lean<RegistrationDocument[]>();
  if (!edition) return;
  const agendas = await readAgendas(edition, ({ registrations }) => registrations.some((id) => touched.includes(id)));
  // Taken back again before this mail was written: there is nothing to tell.
  if (!agendas && what !== 'taken_back') return;
  const written = new Set<string>();
  for (const { key, name, email, registrations } of speakersOf(found)) {
    if (!email) continue;
    const organisationId = found.find(({ _id }) => registrations.includes(_id))?.organisationId ?? '';
    const agenda = agendas?.people.find((one) => one.key === key);
    written.add(email);
    await send(cause, await delegateOf(email, name, organisationId), () => ({
      subject: TEXTS[what].subject(wordsOf(edition)),
      paragraphs: [TEXTS[what].text(wordsOf(edition))],
      ...(agenda && {
        sections: [{ title: m.agenda_title(), items: itemsOf(agenda, edition) }],
        action: { label: m.agenda_mail_open(), url: link(`/exchange/${edition.slug}/agenda/${agenda.code}`) },
        note: m.agenda_mail_secret(),
      }),
    }));
  }
  for (const editor of await editorsOf(found)) {
    if (written.has(editor.email)) continue;
    await send(cause, editor, () => ({
      subject: TEXTS[what].subject(wordsOf(edition)),
      paragraphs: [TEXTS[what].text(wordsOf(edition))],
      ...(what === 'taken_back'
        ? {}
        : { action: { label: m.agenda_mail_open(), url: link(`/exchange/${edition.slug}/agenda`) } }),
    }));
  }
}

const itemsOf = ({ lines }: PersonAgenda, edition: EditionDocument) =>
  lines.length > 0
    ? lines.map((line) => ({ text: lineWords(line, edition.timeZone) }))
    : [{ text: m.agenda_no_meetings() }];

export async function mailSuggestions(cause: string, editionId: string): Promise<void> {
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  const found = await Registrations.find({ editionId, state: 'approved' }).lean<RegistrationDocument[]>();
  if (!edition) return;
  for (const editor of await editorsOf(found))
    await send(cause, editor, () => ({
      subject: m.suggestion_mail_subject(wordsOf(edition)),
      paragraphs: [m.suggestion_mail_text(wordsOf(edition))],
      action: { label: m.suggestion_mail_open(), url: link(`/exchange/${edition.slug}/suggestions`) },
    }));
}

/** A proposal: nobody is bound until all three have signed. */
export async function mailRing(cause: string, attemptId: string): Promise<void> {
  const attempt = await Attempts.findById(attemptId).lean<AttemptDocument>();
  const edition = attempt && (await Editions.findById(attempt.editionId).lean<EditionDocument>());
  if (!attempt || !edition) return;
  const found = await Registrations.find({ _id: op({ $in: attempt.members }) }).lean<RegistrationDocument[]>();
  const members = attempt.members.flatMap((id) => found.find(({ _id }) => _id === id) ?? []);
  for (const editor of await editorsOf(members)) {
    const texts = await ringTexts(members, editor.locale);
    await send(cause, editor, () => ({
      subject: m.ring_mail_subject(wordsOf(edition)),
      paragraphs: [m.ring_mail_text(wordsOf(edition))],
      sections: [{ title: m.ring_title(), items: texts.map((text) => ({ text })) }],
      action: { label: m.ring_mail_open(), url: link(`/exchange/${edition.slug}`) },
    }));
  }
}

/** One sentence for each gift of a ring: each gives to the next. */
export async function ringTexts(members: readonly RegistrationDocument[], locale: Locale): Promise<string[]> {
  const pairs = members.map((one, at) => {
    const next = members[(at + 1) % members.length] ?? one;
    // Only this direction: what comes back comes from the third.
    const giver = { ...one, items: one.items.filter(({ side }) => side === 'offer') };
    return [giver, { ...next, items: next.items.filter(({ side }) => side === 'request') }] as const;
  });
  return (await pairTexts(systemContext(locale), pairs)).flatMap((texts) => texts.slice(0, 1).map(({ text }) => text));
}
