/** What every schedule must keep, checked against the problem as it was stated. */
import { pairKey, type Meeting, type ScheduleProblem } from '../../../src/lib/domains/exchange/schedule/problem';

/** Every broken promise in words; empty is good. */
export function breaches(problem: ScheduleProblem, meetings: readonly Meeting[]): string[] {
  const found: string[] = [];
  const delegates = new Map(problem.delegates.map((one) => [one.id, one]));
  const side = new Map(problem.organisations.map((one) => [one.id, one.side]));
  const vetoes = new Set(problem.vetoes.map(({ a, b }) => pairKey(a, b)));
  const busy = new Set<string>();
  const tables = new Set<string>();
  const pairs = new Set<string>();
  for (const { round, table, a, b, delegateA, delegateB } of meetings) {
    const at = `round ${round}: ${a} and ${b}`;
    if (pairs.has(pairKey(a, b))) found.push(`${at} meet twice`);
    pairs.add(pairKey(a, b));
    if (vetoes.has(pairKey(a, b))) found.push(`${at} declined`);
    if (side.get(a) === side.get(b) && side.get(a) !== 'both') found.push(`${at} are on one side`);
    if (table >= problem.tables || tables.has(`${round} ${table}`))
      found.push(`${at}: table ${table} is taken or missing`);
    tables.add(`${round} ${table}`);
    for (const [id, organisation] of [
      [delegateA, a],
      [delegateB, b],
    ] as const) {
      const person = delegates.get(id);
      if (!person?.organisations.includes(organisation)) found.push(`${at}: ${id} does not speak for ${organisation}`);
      if (person?.present !== undefined && !person.present.includes(round)) found.push(`${at}: ${id} is not there`);
      if (busy.has(`${id} ${round}`)) found.push(`${at}: ${id} has two meetings`);
      busy.add(`${id} ${round}`);
    }
  }
  return found;
}
