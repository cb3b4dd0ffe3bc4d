/** When a mission was written, read by a moderator, published and ended: from where it stands and its deadline. */
import type { Calendar } from '../engine/calendar';
import type { Chance } from '../engine/chance';
import type { Fate, SeedMission } from './seed-mission';

/** All in days before today. */
export interface MissionSchedule {
  begun: number;
  /** Null for a draft. */
  submitted: number | null;
  /** When a moderator decided, whatever she decided; null while it waits. */
  decided: number | null;
  /** When it was paused or called off. */
  ended: number | null;
}

type Range = readonly [least: number, most: number];

/** Days ago of the decision, for what is under way … */
const DECIDED: Partial<Record<Fate, Range>> = {
  open: [5, 34],
  paused: [30, 48],
  cancelled: [22, 36],
  filled: [24, 34],
  working: [48, 74],
  changes_requested: [2, 4],
  rejected: [6, 18],
};
/** … and days before the deadline for what is over. */
const DECIDED_BEFORE_DEADLINE: Partial<Record<Fate, Range>> = {
  expired: [24, 38],
  delivered: [48, 62],
  reported: [52, 70],
  closed: [50, 78],
};

export function scheduleOf({ fate, due, published }: SeedMission, chance: Chance): MissionSchedule {
  if (fate === 'draft') return { begun: chance.int(2, 20), submitted: null, decided: null, ended: null };
  if (fate === 'submitted') {
    const submitted = chance.int(1, 3);
    return { begun: submitted + chance.int(2, 8), submitted, decided: null, ended: null };
  }
  const fixed = DECIDED[fate];
  const relative = DECIDED_BEFORE_DEADLINE[fate];
  const drawn = fixed ? chance.int(...fixed) : chance.int(...(relative ?? [40, 60])) - due;
  const decided = published ?? drawn;
  const submitted = decided + chance.int(1, 3);
  const ended = fate === 'paused' ? chance.int(6, 12) : fate === 'cancelled' ? chance.int(3, 8) : null;
  return { begun: submitted + chance.int(2, 9), submitted, decided, ended };
}

/** The hour at which moderators decide. */
export const DECIDING_HOUR = 13.7;

/** When it became public: a step meant for the weekend after may otherwise fall on the same Friday, but earlier. */
export function publishedAt({ decided }: MissionSchedule, calendar: Calendar): Date {
  return decided === null ? new Date(0) : calendar.onWorkingDay(calendar.ago(decided, DECIDING_HOUR));
}
