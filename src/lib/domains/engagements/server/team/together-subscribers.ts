/** What follows from supervision, teams, handovers, disputes and thanks: mails, and links that are asked for anew. */
import { subscribe, type EventType } from '$lib/server/events';
import { mailAboutDispute } from '../mails/dispute-mails';
import { mailSupervisorAnswered, mailSupervisorAsked, mailSupervisorNamed } from '../mails/supervision-mails';
import { copyToLead, mailAboutHandover, mailLeadNamed, mailPauseOver, mailThanks } from '../mails/together-mails';
import { findEngagement } from '../access';
import { askAgain } from './ask-again';
import { Teams } from './team.model';

const DISPUTES = [
  'dispute.opened',
  'dispute.answered',
  'dispute.withdrawn',
  'dispute.message',
  'dispute.taken',
  'dispute.given_back',
  'dispute.proposed',
  'dispute.proposal_answered',
  'dispute.closed',
] as const satisfies EventType[];

const COPIED = [
  'engagement.active',
  'engagement.delivered',
  'engagement.accepted',
  'engagement.terminated',
] as const satisfies EventType[];

export function subscribeTogether(): void {
  subscribe('supervisor.asked', 'engagements.mail', mailSupervisorAsked);
  subscribe('supervisor.named', 'engagements.mail', mailSupervisorNamed);
  subscribe('supervisor.answered', 'engagements.mail', mailSupervisorAnswered);
  for (const type of ['engagement.charter_changed', 'charter.sponsored', 'charter.change_agreed'] as const)
    subscribe(type, 'engagements.ask-supervisor-again', ({ payload }) => askAgain(payload.engagementId));
  for (const type of ['handover.proposed', 'handover.refused', 'handover.withdrawn'] as const)
    subscribe(type, 'engagements.mail', mailAboutHandover);
  subscribe('pause.over', 'engagements.mail', mailPauseOver);
  subscribe('thanks.written', 'engagements.mail', mailThanks);
  subscribe('team.lead_named', 'engagements.mail', mailLeadNamed);
  for (const type of COPIED) subscribe(type, 'engagements.copy-to-lead', copyToLead);
  subscribe('engagement.terminated', 'engagements.without-lead', async ({ payload }) => {
    const { _id, missionId } = await findEngagement(payload.engagementId);
    await Teams.updateOne({ _id: missionId, leadId: _id }, { $set: { leadId: null } });
  });
  for (const type of DISPUTES) subscribe(type, 'engagements.mail', mailAboutDispute);
}
