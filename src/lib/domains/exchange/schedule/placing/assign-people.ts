/** Who of an organisation goes to which of its meetings: evenly, and only where there is time. Pure. */
import type { Prepared } from '../prepared';
import type { Seat } from './board';

/** Meetings to hand out: each with the organisations of its two ends. */
export interface Ends {
  pair: number;
  a: number;
  b: number;
}

/**
 * For each meeting one delegate of each end; meetings for which nobody has time are left out. `capacity` is how many each
 * delegate takes. Augmenting paths find room wherever there is any (Kuhn), and limits that grow keep the shares even.
 */
export function assignPeople(
  prepared: Prepared,
  meetings: readonly Ends[],
  capacity: (delegate: number) => number,
): Seat[] {
  const load = new Array<number>(prepared.delegates.length).fill(0);
  const ends = meetings.flatMap(({ a, b }) => [a, b]);
  const person = new Array<number>(ends.length).fill(-1);
  const holds: number[][] = prepared.delegates.map(() => []);
  const options = ends.map((organisation) => prepared.delegatesOf[organisation] ?? []);

  // A pair shares a round only when these two people do, and nobody meets herself.
  const suits = (end: number, delegate: number) => {
    const partner = person[end ^ 1] ?? -1;
    return partner === -1 || (partner !== delegate && together(prepared, partner, delegate));
  };
  const give = (end: number, delegate: number) => {
    person[end] = delegate;
    holds[delegate]?.push(end);
    load[delegate] = (load[delegate] ?? 0) + 1;
  };
  const take = (end: number, delegate: number) => {
    holds[delegate] = (holds[delegate] ?? []).filter((other) => other !== end);
    load[delegate] = (load[delegate] ?? 0) - 1;
    person[end] = -1;
  };
  const tryGive = (end: number, limit: number, seen: Set<number>): boolean => {
    for (const delegate of options[end] ?? []) {
      if (seen.has(delegate) || !suits(end, delegate)) continue;
      seen.add(delegate);
      if ((load[delegate] ?? 0) < Math.min(limit, capacity(delegate))) {
        give(end, delegate);
        return true;
      }
      for (const other of holds[delegate] ?? []) {
        if ((options[other]?.length ?? 0) < 2) continue;
        take(other, delegate);
        if (tryGive(other, limit, seen)) {
          give(end, delegate);
          return true;
        }
        give(other, delegate);
      }
    }
    return false;
  };

  let open = [...ends.keys()];
  // Ends with one possible person first, so that the others see who is taken.
  open.sort((x, y) => (options[x]?.length ?? 0) - (options[y]?.length ?? 0) || x - y);
  for (let limit = 1; limit <= prepared.rounds && open.length > 0; limit++)
    open = open.filter((end) => !tryGive(end, limit, new Set()));
  return meetings.flatMap(({ pair }, at) => {
    const one = person[2 * at] ?? -1;
    const other = person[2 * at + 1] ?? -1;
    return one === -1 || other === -1 ? [] : [{ pair, one, other }];
  });
}

function together({ present, rounds, windows }: Prepared, one: number, other: number): boolean {
  if (!windows) return true;
  for (let round = 0; round < rounds; round++)
    if (present[one]?.[round] === 1 && present[other]?.[round] === 1) return true;
  return false;
}
