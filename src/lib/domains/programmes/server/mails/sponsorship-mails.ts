/** Mails about requests: to whoever decides when one comes in, to the person when it is decided, each in her language. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { publicOrigin } from '$lib/server/env';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { href } from '$lib/shared/href';
import { personByEmail, personContact, type PersonContact } from '$lib/domains/accounts/server/queries/person-contact';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { findProgramme } from '../access';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';

type Mailed = DomainEvent<
  | 'sponsorship.requested'
  | 'sponsorship.approved'
  | 'sponsorship.refused'
  | 'sponsorship.lapsed'
  | 'sponsorship.recalled'
>;

export async function mailAboutSponsorship(event: Mailed): Promise<void> {
  const request = await Sponsorships.findById(event.payload.sponsorshipId).lean<SponsorshipDocument>();
  const employer = request && (await organisationCards([request.organisationId])).get(request.organisationId);
  if (!request || !employer) return;
  if (event.type === 'sponsorship.requested') return mailDeciders(event, request, employer);
  const person = await personContact(request.personId);
  if (person) await send(event, person, () => decisionWords(event.type, request, employer));
}

/** Nobody is asked about a request that the rule has decided already. */
async function mailDeciders(event: Mailed, request: SponsorshipDocument, employer: OrganisationCard): Promise<void> {
  if (request.state !== 'requested') return;
  const programme = await findProgramme(request.organisationId);
  const manager =
    programme?.approval === 'manager' && request.managerEmail ? await personByEmail(request.managerEmail) : null;
  const deciders = manager ? [manager] : await memberContacts(request.organisationId, 'editor');
  const path = manager ? '/my-employer' : `/employer/${employer.slug}/requests`;
  for (const person of deciders.filter(({ id }) => id !== request.personId))
    await send(event, person, () => ({
      subject: m.mail_sponsorship_requested_subject({ name: request.personName }),
      paragraphs: [
        m.mail_sponsorship_requested_text({
          name: request.personName,
          hours: request.minutes / 60,
          role: request.roleTitle,
        }),
        m.mail_sponsorship_independence(),
      ],
      ...(request.note ? { quote: request.note } : {}),
      action: { label: m.mail_sponsorship_decide(), url: publicOrigin() + href(path) },
    }));
}

function decisionWords(
  type: Mailed['type'],
  request: SponsorshipDocument,
  employer: OrganisationCard,
): Omit<MailContent, 'greeting'> {
  const facts = { employer: employer.name, role: request.roleTitle, hours: request.minutes / 60 };
  const action = { label: m.mail_sponsorship_see(), url: publicOrigin() + href('/my-employer') };
  const quote = request.reason ? { quote: request.reason } : {};
  switch (type) {
    case 'sponsorship.approved':
      return {
        subject: m.mail_sponsorship_approved_subject(facts),
        paragraphs: [m.mail_sponsorship_approved_text(facts)],
        action,
      };
    case 'sponsorship.refused':
      return {
        subject: m.mail_sponsorship_refused_subject(facts),
        paragraphs: [m.mail_sponsorship_refused_text(facts), m.mail_sponsorship_own_time()],
        ...quote,
        action,
      };
    case 'sponsorship.recalled':
      return {
        subject: m.mail_sponsorship_recalled_subject(facts),
        paragraphs: [m.mail_sponsorship_recalled_text(facts), m.mail_sponsorship_own_time()],
        ...quote,
        action,
      };
    default:
      return {
        subject: m.mail_sponsorship_lapsed_subject(facts),
        paragraphs: [m.mail_sponsorship_lapsed_text(facts), m.mail_sponsorship_own_time()],
        action,
      };
  }
}

async function send(event: Mailed, person: PersonContact, words: () => Omit<MailContent, 'greeting'>): Promise<void> {
  await enqueueMail({
    key: `${event.id}:${person.id}`,
    to: person.email,
    personId: person.id,
    locale: person.locale,
    category: 'work',
    kind: 'sponsorship',
    content: () => ({ greeting: m.mail_greeting({ name: person.name }), ...words() }),
  });
}
