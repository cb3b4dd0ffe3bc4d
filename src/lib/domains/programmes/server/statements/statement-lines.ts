/** The lines of a statement, one at a time from the database, and its totals: reckoned from the very same lines. */
import { op } from '$lib/server/mongo';
import { SponsoredEntries, type SponsoredEntry } from './entry.model';

export interface StatementScope {
  organisationId: string;
  year: number;
  personId?: string | undefined;
}

export interface StatementTotals {
  lines: number;
  minutes: number;
  /** Euro cents. */
  value: number;
  people: number;
}

const filterOf = ({ organisationId, year, personId }: StatementScope) => ({
  organisationId,
  day: op({ $gte: `${year}-01-01`, $lte: `${year}-12-31` }),
  ...(personId ? { personId } : {}),
});

/** By day, then in the order they were verified. */
export async function* statementLines(scope: StatementScope): AsyncGenerator<SponsoredEntry> {
  const cursor = SponsoredEntries.find(filterOf(scope)).sort({ day: 1, _id: 1 }).lean().cursor({ batchSize: 500 });
  for await (const line of cursor) yield line as unknown as SponsoredEntry;
}

export async function statementTotals(scope: StatementScope): Promise<StatementTotals> {
  const totals = { lines: 0, minutes: 0, value: 0 };
  const people = new Set<string>();
  for await (const { minutes, value, personId } of statementLines(scope)) {
    totals.lines++;
    totals.minutes += minutes;
    totals.value += value;
    people.add(personId);
  }
  return { ...totals, people: people.size };
}
