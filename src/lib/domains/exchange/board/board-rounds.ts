/** What a board says of the rounds: which one is on, and when the next one begins. Pure. */
import { nextRound, roundTime, type Frame } from '../agenda/rounds';

export interface BoardRounds {
  frame: Frame;
  /** By how many minutes they begin later than announced; 0 as a rule. */
  movedBy: number;
}

export interface RoundsNow {
  /** The round that is on, from 1, and until when. */
  on: { round: number; until: Date } | null;
  next: { round: number; at: Date } | null;
}

/** Null after the last round. */
export function roundsNow(frame: Frame, now: Date): RoundsNow | null {
  const next = nextRound(frame, now);
  const last = next > 0 ? roundTime(frame, next - 1) : null;
  const on = last && last.end > now ? { round: next, until: last.end } : null;
  if (next < frame.rounds) return { on, next: { round: next + 1, at: roundTime(frame, next).start } };
  return on && { on, next: null };
}
