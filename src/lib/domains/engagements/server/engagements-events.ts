/** What the engagements domain tells the others; the database says the rest. */
import type { Party } from '../engagement/engagement';

export interface ApplicationEvent {
  applicationId: string;
}
export interface InvitationEvent {
  invitationId: string;
}
export interface EngagementEvent {
  engagementId: string;
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
    'hours.logged': EngagementEvent;
    'hours.verified': EngagementEvent;
    'hours.queried': EngagementEvent & { entryId: string };
    'hours.rejected': EngagementEvent & { entryId: string };
    'outcome.due': EngagementEvent & { kind: 'due_7' | 'overdue' };
    'outcome.published': OutcomeEvent;
    /** After publication: a name, or the volunteer's own view. */
    'outcome.changed': OutcomeEvent;
  }
}
