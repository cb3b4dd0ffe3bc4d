/** The largest set of must-meets that fits the calendars; whatever does not is named, with whose calendar it is. */
import type { Solve } from '../linear-model';
import type { Candidate, Prepared } from '../prepared';
import { capacityOf, totalCapacity } from '../prepared';
import type { UnmetWish } from '../problem';
import { choosePairs } from './choose-pairs';
import type { Calendar } from './selection-model';

/** The calendars of a whole schedule: each delegate's rounds. */
export function calendarsOf(prepared: Prepared): Calendar[] {
  return prepared.organisationsOf.map((organisations, delegate) => ({
    capacity: prepared.presentRounds[delegate] ?? 0,
    organisations,
  }));
}

/** Takes the mark off the musts that do not fit and says so; as many as possible stay, and of those the best. */
export function fitMusts(prepared: Prepared, solve: Solve): UnmetWish[] {
  const musts = prepared.candidates.filter((pair) => pair.must);
  if (musts.length === 0) return [];
  const none = new Array<number>(prepared.organisations.length).fill(0);
  const total = totalCapacity(prepared);
  const { chosen } = choosePairs(
    {
      organisations: prepared.organisations.length,
      calendars: calendarsOf(prepared),
      pairs: musts.map((pair) => ({ ...pair, must: false, score: musts.length + pair.score })),
      goodScore: Infinity,
      total,
      meetings: none,
      good: none,
    },
    solve,
  );
  const kept = new Set(chosen);
  const load = new Map<number, number>();
  for (const { a, b } of musts) for (const one of [a, b]) load.set(one, (load.get(one) ?? 0) + 1);
  return musts.flatMap((pair, at) => {
    if (kept.has(at)) return [];
    pair.must = false;
    return [tooMany(prepared, pair, load)];
  });
}

function tooMany(prepared: Prepared, pair: Candidate, load: ReadonlyMap<number, number>): UnmetWish {
  const name = (one: number) => prepared.organisations[one] ?? '';
  const [a, b] = [name(pair.a), name(pair.b)].sort() as [string, string];
  const full = [pair.a, pair.b].filter((one) => (load.get(one) ?? 0) > capacityOf(prepared, one));
  const shared = [pair.a, pair.b].filter((one) =>
    (prepared.delegatesOf[one] ?? []).some((person) => (prepared.organisationsOf[person]?.length ?? 0) > 1),
  );
  const who = (full.length > 0 ? full : shared).map(name).sort();
  return { a, b, reason: who.length > 0 ? 'too_many' : 'too_few_tables', who };
}
