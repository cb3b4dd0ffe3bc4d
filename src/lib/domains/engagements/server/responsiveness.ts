/** Tells organisations and volunteers how they answered: once for each question, by its key. */
import { systemContext } from '$lib/server/context';
import { HOUR } from '$lib/shared/dates';
import { recordReply } from '$lib/domains/organisations/server/commands/record-reply';
import { recordResponse } from '$lib/domains/volunteers/server/commands/record-response';
import { Applications, type ApplicationDocument } from './application.model';
import { Invitations, type InvitationDocument } from './invitation.model';

const hoursBetween = (from: Date | null, to: Date | null): number | null =>
  from && to ? Math.max(0, Math.round(((to.getTime() - from.getTime()) / HOUR) * 10) / 10) : null;

/** The NGO's first reply to an application, or none in time. */
export async function countReply(applicationId: string, answered: boolean): Promise<void> {
  const application = await Applications.findById(applicationId).lean<ApplicationDocument>();
  if (!application) return;
  await recordReply(systemContext(), {
    organisationId: application.organisationId,
    answered,
    replyHours: answered ? hoursBetween(application.queuedAt, application.firstReplyAt) : null,
    key: applicationId,
  });
}

/** The volunteer's answer to an offer: yes, no, or none. */
export async function countOfferAnswer(applicationId: string, answered: boolean): Promise<void> {
  const application = await Applications.findById(applicationId).lean<ApplicationDocument>();
  if (!application?.offeredAt) return;
  await recordResponse(systemContext(), {
    personId: application.personId,
    answered,
    replyHours: answered ? hoursBetween(application.offeredAt, application.endedAt) : null,
    key: `offer:${applicationId}`,
  });
}

export async function countInvitationAnswer(invitationId: string, answered: boolean): Promise<void> {
  const invitation = await Invitations.findById(invitationId).lean<InvitationDocument>();
  if (!invitation) return;
  await recordResponse(systemContext(), {
    personId: invitation.personId,
    answered,
    replyHours: answered ? hoursBetween(invitation.sentAt, invitation.answeredAt) : null,
    key: `invitation:${invitationId}`,
  });
}
