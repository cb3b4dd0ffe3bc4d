/** What the missions domain tells the others; the database says the rest. */

export interface MissionEvent {
  missionId: string;
}

/** `by` is the person who did it, null for the platform; `note` is what she wrote. */
interface MissionDecision extends MissionEvent {
  by: string | null;
  note: string | null;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'mission.created': MissionEvent;
    'mission.changed': MissionEvent;
    'mission.submitted': MissionEvent;
    'mission.taken_back': MissionEvent;
    'mission.changes_requested': MissionDecision;
    'mission.published': MissionDecision;
    'mission.rejected': MissionDecision;
    'mission.paused': MissionEvent;
    'mission.resumed': MissionEvent;
    'mission.deadline_near': MissionEvent & { days: number };
    /** `before` is the old deadline, which nobody can read any more. */
    'mission.deadline_extended': MissionEvent & { before: string };
    'mission.filled': MissionEvent;
    /** A seat was given back: the mission may be looking again. */
    'mission.seat_released': MissionEvent & { roleId: string };
    'mission.in_progress': MissionEvent;
    'mission.delivered': MissionEvent;
    'mission.outcome_reported': MissionEvent;
    'mission.closed': MissionEvent;
    'mission.expired': MissionEvent;
    'mission.cancelled': MissionDecision;
  }
}
