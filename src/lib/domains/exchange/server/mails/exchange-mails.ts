/** What the floor writes to organisations and to its own people, each in her language. */
import { m } from '$lib/paraglide/messages.js';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { href } from '$lib/shared/href';
import { roleName } from '../../exchange-words';
import type { FloorRole } from '../../edition/edition';
import { Editions, type EditionDocument } from '../edition.model';
import { findDeal } from '../deals/change-deal';
import { registrationsOf } from '../deals/parties';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { toEditors } from './to-editors';

const link = (path: string) => publicOrigin() + href(path);

export type RegistrationMail = 'approved' | 'waitlisted' | 'changes_requested' | 'refused';

/** `note` is what the organiser wrote then; the registration may hold a later one. */
export async function mailRegistration(
  cause: string,
  registrationId: string,
  what: RegistrationMail,
  note: string | null,
): Promise<void> {
  const registration = await Registrations.findById(registrationId).lean<RegistrationDocument>();
  const edition = registration && (await Editions.findById(registration.editionId).lean<EditionDocument>());
  if (!registration || !edition) return;
  const names = { organisation: registration.name, edition: edition.name };
  const text = {
    approved: m.exchange_mail_approved,
    waitlisted: m.exchange_mail_waitlisted,
    changes_requested: m.exchange_mail_changes,
    refused: m.exchange_mail_refused,
  }[what];
  await toEditors(cause, registration.organisationId, () => ({
    subject: m.exchange_mail_registration_subject(names),
    paragraphs: [text(names)],
    ...(note && what !== 'waitlisted' ? { quote: note } : {}),
    action: {
      label: m.exchange_mail_registration_open(),
      url: link(`/exchange/${edition.slug}/register/${registration.organisationId}`),
    },
  }));
}

export type DealMail = 'checked' | 'registered' | 'corrected' | 'rejected';

export async function mailDeal(cause: string, dealId: string, what: DealMail): Promise<void> {
  const { deal, edition } = await findDeal(dealId);
  const registrations = await registrationsOf(deal.parties);
  const all = deal.parties.map((id) => registrations.get(id)?.name ?? '–');
  for (const id of deal.parties) {
    const registration = registrations.get(id);
    if (!registration) continue;
    const others = all.filter((name) => name !== registration.name).join(', ');
    const words = { others, edition: edition.name, number: deal.number ?? 0 };
    const said = {
      checked: { subject: m.deal_mail_checked_subject, text: m.deal_mail_checked },
      registered: { subject: m.deal_mail_registered_subject, text: m.deal_mail_registered },
      corrected: { subject: m.deal_mail_corrected_subject, text: m.deal_mail_corrected },
      rejected: { subject: m.deal_mail_rejected_subject, text: m.deal_mail_rejected },
    }[what];
    await toEditors(cause, registration.organisationId, () => ({
      subject: said.subject(words),
      paragraphs: [said.text(words)],
      ...(what === 'rejected' && deal.reason ? { quote: deal.reason } : {}),
      ...(what === 'registered'
        ? {
            sections: [
              {
                title: m.deal_mail_papers(),
                items: [{ text: m.deal_pdf(), url: link(`/exchange/${edition.slug}/deals/${dealId}/deal.pdf`) }],
              },
            ],
          }
        : {}),
      action: { label: m.deal_mail_open(), url: link(`/exchange/${edition.slug}/deals/${dealId}`) },
    }));
  }
}

export async function mailStaff(cause: string, editionId: string, personId: string, role: string): Promise<void> {
  const edition = await Editions.findById(editionId).lean<EditionDocument>();
  const person = await personContact(personId);
  if (!edition || !person) return;
  await enqueueMail({
    key: `${cause}:${personId}`,
    to: person.email,
    personId,
    locale: person.locale,
    category: 'work',
    kind: 'work',
    content: () => {
      const words = { edition: edition.name, role: roleName(role as FloorRole) };
      return {
        subject: m.exchange_mail_staff_subject(words),
        greeting: m.mail_greeting({ name: person.name }),
        paragraphs: [m.exchange_mail_staff(words)],
        action: { label: m.exchange_mail_staff_open(), url: link(`/exchange/${edition.slug}`) },
      };
    },
  });
}
