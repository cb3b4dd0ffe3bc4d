/** The mail that invites a colleague: in her own language where she has an account, else in that of whoever invites. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { href } from '$lib/shared/href';
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { Staff, type StaffDocument } from '../staff.model';

export async function mailStaffInvited({ id, payload }: DomainEvent<'staff.invited'>): Promise<void> {
  const staff = await Staff.findOne({ _id: payload.staffId, state: 'invited' }).lean<StaffDocument>();
  const employer = staff && (await organisationCards([staff.organisationId])).get(staff.organisationId);
  if (!staff || !employer) return;
  const known = await personByEmail(staff.email);
  await enqueueMail({
    key: `${id}:${staff._id}`,
    to: staff.email,
    ...(known ? { personId: known.id } : {}),
    locale: known?.locale ?? staff.locale,
    category: 'work',
    kind: 'sponsorship',
    // The link is a secret of the mail: it is kept nowhere else.
    inApp: 'no_link',
    content: () => ({
      subject: m.mail_staff_subject({ employer: employer.name }),
      greeting: known ? m.mail_greeting({ name: known.name }) : m.mail_staff_greeting(),
      paragraphs: [m.mail_staff_text({ employer: employer.name }), m.mail_staff_link()],
      action: {
        label: m.mail_staff_action(),
        url: publicOrigin() + href(`/employers/join/${payload.token}`),
      },
    }),
  });
}
