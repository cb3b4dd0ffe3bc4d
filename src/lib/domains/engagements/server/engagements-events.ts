/** What the engagements domain tells the others; the database says the rest. */
import type { ChangeAuthor } from '../charter/charter-change';
import type { Party } from '../engagement/engagement';
import type { Resolution } from '../mediation/dispute';

export interface ApplicationEvent {
  applicationId: string;
}
export interface InvitationEvent {
  invitationId: string;
}
export interface EngagementEvent {
  engagementId: string;
}
export interface DisputeEvent extends EngagementEvent {
  disputeId: string;
}
export interface DisputeAct extends DisputeEvent {
  /** The moderator. */
  by: string | null;
}
export interface OutcomeEvent extends EngagementEvent {
  missionId: string;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'application.submitted': ApplicationEvent;
    'application.waitlisted': ApplicationEvent;
    /** From the waiting list to the NGO's desk. */
    'application.moved_up': ApplicationEvent;
    /** Undecided before, waiting now: every seat of the role is taken. */
    'application.seat_gone': ApplicationEvent;
    'application.under_review': ApplicationEvent;
    'application.conflict_accepted': ApplicationEvent;
    'application.shortlisted': ApplicationEvent;
    'application.offered': ApplicationEvent;
    'application.offer_taken_back': ApplicationEvent;
    'application.accepted': ApplicationEvent;
    'application.declined': ApplicationEvent;
    /** `wasOffered`: she said no to an offer. */
    'application.withdrawn': ApplicationEvent & { wasOffered: boolean };
    'application.expired': ApplicationEvent;
    /** The NGO's first reply, or none in time: for its responsiveness. */
    'application.answered': ApplicationEvent;
    'application.unanswered': ApplicationEvent;
    'application.reminder_due': ApplicationEvent & { days: number };
    'role_invitation.sent': InvitationEvent;
    'role_invitation.accepted': InvitationEvent;
    'role_invitation.declined': InvitationEvent;
    'role_invitation.expired': InvitationEvent;
    'engagement.proposed': EngagementEvent;
    'engagement.charter_changed': EngagementEvent;
    /** One side signed, the other has not yet. */
    'engagement.signed': EngagementEvent & { party: Party };
    'engagement.active': EngagementEvent;
    'engagement.paused': EngagementEvent & { by: Party };
    'engagement.resumed': EngagementEvent & { by: Party };
    'engagement.delivered': EngagementEvent & { deliverableId: string };
    'engagement.revision': EngagementEvent & { deliverableId: string };
    /** The last deliverable was accepted: the outcome is due. */
    'engagement.accepted': EngagementEvent;
    'engagement.terminated': EngagementEvent & { by: Party | null };
    'pause.over': EngagementEvent;
    /** The token is in the mail and nowhere else. */
    'supervisor.asked': EngagementEvent & { supervisionId: string; token: string };
    /** The NGO of a confidential mission decides whether the text may be sent. */
    'supervisor.named': EngagementEvent;
    'supervisor.answered': EngagementEvent & { signed: boolean };
    'handover.proposed': EngagementEvent;
    'handover.refused': EngagementEvent;
    'handover.withdrawn': EngagementEvent;
    'thanks.written': EngagementEvent & { by: Party };
    'team.lead_named': { missionId: string; engagementId: string | null };
    'dispute.opened': DisputeEvent;
    'dispute.answered': DisputeEvent;
    'dispute.withdrawn': DisputeEvent;
    'dispute.message': DisputeEvent & { messageId: string };
    /** Acts of a moderator, for the audit log too. */
    'dispute.taken': DisputeAct;
    'dispute.given_back': DisputeAct;
    'dispute.proposed': DisputeAct & { resolution: Resolution; note: string };
    'dispute.proposal_answered': DisputeEvent & { party: Party; accepted: boolean };
    'dispute.closed': DisputeAct & { resolution: Resolution; ended: 'agreed' | 'decided'; note: string };
    /** An employer sponsors the work: the unsigned charter was written anew with its independence. */
    'charter.sponsored': EngagementEvent;
    'charter.change_proposed': EngagementEvent & { by: ChangeAuthor };
    'charter.change_signed': EngagementEvent & { party: Party };
    'charter.change_agreed': EngagementEvent;
    /** Declined, or withdrawn by whoever proposed it. */
    'charter.change_ended': EngagementEvent & {
      party: Party;
      withdrawn: boolean;
      reason: string;
      aboutSponsor: boolean;
    };
    /** Steps of the plan that their owner is reminded of, with the reminder of each: `before`, `today`, `late_0`. */
    'plan.due': EngagementEvent & { owner: Party; steps: { id: string; kind: string }[] };
    'hours.logged': EngagementEvent;
    'hours.verified': EngagementEvent;
    'hours.queried': EngagementEvent & { entryId: string };
    'hours.rejected': EngagementEvent & { entryId: string };
    'outcome.due': EngagementEvent & { kind: 'due_7' | 'overdue' };
    'outcome.published': OutcomeEvent;
    /** The NGO added what the decision-maker answered since. */
    'outcome.updated': OutcomeEvent & { updateId: string };
    /** No news for so many days after publication or the last update. */
    'outcome.reply_asked': EngagementEvent & { days: number };
    /** After publication: a name, or the volunteer's own view. */
    'outcome.changed': OutcomeEvent;
  }
}
