/** The mails around invitations: to her when she is asked, to the editors when she has answered. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent, EventType } from '$lib/server/events';
import { Invitations, type InvitationDocument } from '../invitation.model';
import { address, sendMail, type Letter, type Names } from './send-mail';

export type InvitationEventType = Extract<EventType, `role_invitation.${string}`>;

const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });

const candidates = ({ slug }: Names, { roleId }: InvitationDocument) =>
  address(`/missions/${slug}/candidates?role=${roleId}`);

function letter(type: InvitationEventType, invitation: InvitationDocument): Pick<Letter, 'to' | 'words'> {
  switch (type) {
    case 'role_invitation.sent':
      return {
        to: 'volunteer',
        words: (names) => ({
          subject: m.mail_invited_subject(plain(names)),
          paragraphs: [m.mail_invited_text({ ...plain(names), due: names.when(invitation.expiresAt) })],
          quote: invitation.message,
          action: { label: m.mail_invited_action(), url: address(`/my-work#invitation-${invitation._id}`) },
        }),
      };
    case 'role_invitation.accepted':
      return {
        to: 'editors',
        words: (names) => ({
          subject: m.mail_invitation_yes_subject(plain(names)),
          paragraphs: [m.mail_invitation_yes_text(plain(names))],
          action: { label: m.mail_application_read(), url: address(`/applications/${invitation._id}`) },
        }),
      };
    case 'role_invitation.declined':
      return {
        to: 'editors',
        words: (names) => ({
          subject: m.mail_invitation_no_subject(plain(names)),
          paragraphs: [m.mail_invitation_no_text(plain(names))],
          ...(invitation.declineReason ? { quote: invitation.declineReason } : {}),
          action: { label: m.mail_candidates_action(), url: candidates(names, invitation) },
        }),
      };
    case 'role_invitation.expired':
      return {
        to: 'editors',
        words: (names) => ({
          subject: m.mail_invitation_over_subject(plain(names)),
          paragraphs: [m.mail_invitation_over_text(plain(names))],
          action: { label: m.mail_candidates_action(), url: candidates(names, invitation) },
        }),
      };
  }
}

export async function mailAboutInvitation({ id, type, payload }: DomainEvent<InvitationEventType>): Promise<void> {
  const invitation = await Invitations.findById(payload.invitationId).lean<InvitationDocument>();
  if (invitation) await sendMail({ cause: id, about: invitation, kind: 'invitations', ...letter(type, invitation) });
}
