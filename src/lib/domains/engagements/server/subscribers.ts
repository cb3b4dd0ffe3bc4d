/** Wires the engagements domain into a process: mails, timers, the gate, and what it does about other domains' news. */
import './engagements-events';
import { subscribe, type EventType } from '$lib/server/events';
import { systemContext } from '$lib/server/context';
import { clearPerson } from '$lib/domains/missions/server/commands/clear-person';
import { registerPublishGate } from '$lib/domains/missions/server/publish-gate';
import { registerWorkTie } from '$lib/domains/volunteers/server/work-ties';
import { openEngagement } from './applications/open-engagement';
import { returnSeat } from './applications/return-seat';
import { settleMission } from './applications/settle-mission';
import { findApplication, findEngagement } from './access';
import { registerEngagementFiles } from './files/own-files';
import { advanceWithWork, terminateWorkOf } from './follow-work';
import { registerApplicationTimers } from './jobs/application-timers';
import { registerOutcomeTimers } from './jobs/outcome-timers';
import { registerPlanTimers } from './jobs/plan-timers';
import { registerPauseTimers } from './jobs/pause-timers';
import { mailAboutApplication } from './mails/application-mails';
import { mailAboutCharter } from './mails/charter-mails';
import { mailHoursLogged, mailHoursQuestioned } from './mails/hours-mails';
import { mailAboutInvitation } from './mails/invitation-mails';
import { mailOutcomeDue, mailOutcomePublished, mailOutcomeUpdated, mailReplyAsked } from './mails/outcome-mails';
import { mailPlanDue } from './mails/plan-mails';
import { mailAboutWork } from './mails/work-mails';
import { moveWork } from './move-work';
import { bringSponsorIntoCharter } from './sponsoring/sponsor-in-charter';
import { overdueOutcomeGate } from './outcome-gate';
import { forgetPerson, registerEngagementsPersonalData } from './own-personal-data';
import { isKnownByWork } from './queries/is-known-by-work';
import { countInvitationAnswer, countOfferAnswer, countReply } from './responsiveness';
import { subscribeTogether } from './team/together-subscribers';

/** Whatever may end, begin or fill the search for people. */
const OF_MISSIONS = [
  'mission.published',
  'mission.changed',
  'mission.resumed',
  'mission.deadline_extended',
  'mission.filled',
  'mission.seat_released',
  'mission.in_progress',
  'mission.delivered',
  'mission.closed',
  'mission.expired',
  'mission.cancelled',
] as const satisfies EventType[];

const MAILED_APPLICATIONS = [
  'application.submitted',
  'application.waitlisted',
  'application.moved_up',
  'application.conflict_accepted',
  'application.seat_gone',
  'application.shortlisted',
  'application.offered',
  'application.offer_taken_back',
  'application.accepted',
  'application.declined',
  'application.withdrawn',
  'application.expired',
  'application.reminder_due',
] as const satisfies EventType[];

const DECIDED = [
  'application.accepted',
  'application.declined',
  'application.withdrawn',
  'application.expired',
  'application.seat_gone',
] as const satisfies EventType[];

const MAILED_WORK = [
  'engagement.proposed',
  'engagement.charter_changed',
  'engagement.signed',
  'engagement.active',
  'engagement.paused',
  'engagement.resumed',
  'engagement.delivered',
  'engagement.revision',
  'engagement.accepted',
  'engagement.terminated',
] as const satisfies EventType[];

const OF_CHARTERS = [
  'charter.sponsored',
  'charter.change_proposed',
  'charter.change_signed',
  'charter.change_agreed',
  'charter.change_ended',
] as const satisfies EventType[];

export function registerEngagementsSubscribers(): void {
  subscribeApplications();
  subscribeInvitations();
  subscribeWork();
  subscribeTogether();
  for (const type of OF_MISSIONS)
    subscribe(type, 'engagements.settle', ({ payload }) => settleMission(payload.missionId));
  subscribe('mission.filled', 'engagements.advance', ({ payload }) => advanceWithWork(payload.missionId));
  subscribe('mission.cancelled', 'engagements.terminate', ({ payload }) =>
    terminateWorkOf(payload.missionId, payload.note),
  );
  subscribe('organisation.merged', 'engagements.move', ({ payload }) => moveWork(payload.fromId, payload.intoId));
  subscribe('account.deleted', 'engagements.forget', ({ payload }) => forgetPerson(payload.personId, payload.name));
  registerWorkTie('engagements', isKnownByWork);
  registerPublishGate(overdueOutcomeGate, 'engagements.overdue-outcome');
  registerEngagementsPersonalData();
  registerEngagementFiles();
  registerApplicationTimers();
  registerOutcomeTimers();
  registerPlanTimers();
  registerPauseTimers();
}

function subscribeApplications(): void {
  subscribe('application.accepted', 'engagements.open', ({ payload }) => openEngagement(payload.applicationId));
  for (const type of ['application.declined', 'application.withdrawn', 'application.expired'] as const)
    subscribe(type, 'engagements.return-seat', async ({ payload }) =>
      returnSeat(await findApplication(payload.applicationId)),
    );
  for (const type of DECIDED)
    subscribe(type, 'engagements.settle', async ({ payload }) =>
      settleMission((await findApplication(payload.applicationId)).missionId),
    );
  subscribe('application.conflict_accepted', 'engagements.clear', async ({ payload }) => {
    const { missionId, personId } = await findApplication(payload.applicationId);
    await clearPerson(systemContext(), { missionId, personId });
  });
  for (const type of MAILED_APPLICATIONS) subscribe(type, 'engagements.mail', mailAboutApplication);
  subscribe('application.answered', 'engagements.count-reply', ({ payload }) =>
    countReply(payload.applicationId, true),
  );
  subscribe('application.unanswered', 'engagements.count-reply', ({ payload }) =>
    countReply(payload.applicationId, false),
  );
  subscribe('application.accepted', 'engagements.count-answer', ({ payload }) =>
    countOfferAnswer(payload.applicationId, true),
  );
  subscribe('application.withdrawn', 'engagements.count-answer', async ({ payload }) => {
    if (payload.wasOffered) await countOfferAnswer(payload.applicationId, true);
  });
  subscribe('application.expired', 'engagements.count-answer', async ({ payload }) => {
    const { endCause } = await findApplication(payload.applicationId);
    if (endCause === 'offer_lapsed') await countOfferAnswer(payload.applicationId, false);
  });
}

function subscribeInvitations(): void {
  for (const type of [
    'role_invitation.sent',
    'role_invitation.accepted',
    'role_invitation.declined',
    'role_invitation.expired',
  ] as const)
    subscribe(type, 'engagements.mail', mailAboutInvitation);
  subscribe('role_invitation.accepted', 'engagements.count-answer', ({ payload }) =>
    countInvitationAnswer(payload.invitationId, true),
  );
  subscribe('role_invitation.declined', 'engagements.count-answer', ({ payload }) =>
    countInvitationAnswer(payload.invitationId, true),
  );
  subscribe('role_invitation.expired', 'engagements.count-answer', ({ payload }) =>
    countInvitationAnswer(payload.invitationId, false),
  );
}

function subscribeWork(): void {
  for (const type of MAILED_WORK) subscribe(type, 'engagements.mail', mailAboutWork);
  subscribe('engagement.terminated', 'engagements.return-seat', async ({ payload }) =>
    returnSeat(await findEngagement(payload.engagementId)),
  );
  for (const type of [
    'engagement.active',
    'engagement.accepted',
    'engagement.terminated',
    'outcome.published',
  ] as const)
    subscribe(type, 'engagements.advance', async ({ payload }) =>
      advanceWithWork((await findEngagement(payload.engagementId)).missionId),
    );
  for (const type of OF_CHARTERS) subscribe(type, 'engagements.mail', mailAboutCharter);
  subscribe('charter.change_agreed', 'engagements.sponsor', ({ payload }) =>
    bringSponsorIntoCharter(payload.engagementId),
  );
  subscribe('charter.change_ended', 'engagements.sponsor', async ({ payload }) => {
    // What the two did not want is not proposed again.
    if (!payload.aboutSponsor) await bringSponsorIntoCharter(payload.engagementId);
  });
  subscribe('plan.due', 'engagements.mail', mailPlanDue);
  subscribe('hours.logged', 'engagements.mail', mailHoursLogged);
  subscribe('hours.queried', 'engagements.mail', mailHoursQuestioned);
  subscribe('hours.rejected', 'engagements.mail', mailHoursQuestioned);
  subscribe('outcome.due', 'engagements.mail', mailOutcomeDue);
  subscribe('outcome.published', 'engagements.mail', mailOutcomePublished);
  subscribe('outcome.updated', 'engagements.mail', mailOutcomeUpdated);
  subscribe('outcome.reply_asked', 'engagements.mail', mailReplyAsked);
}
