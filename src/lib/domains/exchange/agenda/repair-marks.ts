/** On the day: who can be met in which round, and how a repair is written into the announced agenda. Pure. */
import type { Repair } from '../schedule/repair-schedule';
import { pairKey, type Meeting } from '../schedule/problem';
import type { Announced } from './agenda';

export interface PresenceNow {
  /** Delegates who are in the hall. */
  here: ReadonlySet<string>;
  /** Delegates who will not come, or have left. */
  gone: ReadonlySet<string>;
  /** Rounds in which each person has an announced meeting. */
  busy: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Who is in the hall can be met whenever she said. Who is expected and not here misses the round at hand, and is waited for
 * in the later ones that were announced, without getting more. Who is gone is not waited for.
 */
export function roundsNow(
  { here, gone, busy }: PresenceNow,
  speaker: { key: string; ids: readonly string[] },
  rounds: readonly number[],
  from: number,
): number[] {
  if (speaker.ids.some((one) => here.has(one))) return [...rounds];
  if (speaker.ids.every((one) => gone.has(one))) return rounds.filter((round) => round < from);
  const announced = busy.get(speaker.key);
  return rounds.filter((round) => round < from || (round > from && announced?.has(round) === true));
}

export function busyRounds(meetings: readonly Meeting[]): Map<string, Set<number>> {
  const busy = new Map<string, Set<number>>();
  for (const { round, delegateA, delegateB } of meetings)
    for (const person of [delegateA, delegateB]) busy.set(person, (busy.get(person) ?? new Set()).add(round));
  return busy;
}

const sameSlot = (one: Meeting, other: Meeting) =>
  one.round === other.round && pairKey(one.a, one.b) === pairKey(other.a, other.b);

/** Marks what the repair changed and keeps all other lines as they are, also those of earlier repairs. */
export function withRepair(announced: readonly Announced[], repair: Repair, at: Date): Announced[] {
  const lines = announced.map((line): Announced => {
    if (line.mark === 'cancelled') return line;
    if (repair.cancelled.some((one) => sameSlot(one, line))) return { ...line, mark: 'cancelled', changedAt: at };
    const replaced = repair.replaced.find(({ was }) => sameSlot(was, line));
    return replaced ? { ...replaced.is, mark: 'colleague', changedAt: at } : line;
  });
  const added = repair.added.map((one): Announced => ({ ...one, mark: 'new', changedAt: at }));
  return [...lines, ...added].sort((one, other) => one.round - other.round || one.table - other.table);
}

export const repairCount = ({ added, replaced, cancelled }: Repair): number =>
  added.length + replaced.length + cancelled.length;

/** Registrations whose agenda a repair changed. */
export function touchedByRepair({ added, replaced, cancelled }: Repair): string[] {
  const meetings = [...added, ...cancelled, ...replaced.map(({ is }) => is)];
  return [...new Set(meetings.flatMap(({ a, b }) => [a, b]))].sort();
}
