/** What a board shows, added up from the floor's log; the server and the browser do the same sum. Pure. */

export interface BoardDeal {
  dealId: string;
  version: number;
  parties: string[];
  what: string[];
  legs: { category: string; estimate: number }[];
}

/** One line of the log as the stream sends it. */
export interface BoardEntry {
  seq: number;
  kind: 'gong_opened' | 'gong_closed' | 'registered' | 'corrected' | 'rounds_moved';
  at: string;
  number: number | null;
  deal: BoardDeal | null;
}

export interface Tally {
  /** The last line that was counted. */
  seq: number;
  isOpen: boolean;
  deals: (BoardDeal & { number: number })[];
}

export const EMPTY_TALLY: Tally = { seq: 0, isOpen: false, deals: [] };

/** Lines that were counted already are passed over: a line that comes twice changes nothing. */
export function counted(tally: Tally, entries: readonly BoardEntry[]): Tally {
  let { seq, isOpen } = tally;
  const deals = new Map(tally.deals.map((deal) => [deal.dealId, deal]));
  for (const entry of entries) {
    if (entry.seq <= seq) continue;
    seq = entry.seq;
    if (entry.kind === 'gong_opened') isOpen = true;
    if (entry.kind === 'gong_closed') isOpen = false;
    if (!entry.deal) continue;
    const known = deals.get(entry.deal.dealId);
    if (entry.kind === 'registered' && entry.number !== null && !known)
      deals.set(entry.deal.dealId, { ...entry.deal, number: entry.number });
    // Corrections may reach the log out of order: the highest version stands.
    if (entry.kind === 'corrected' && known && entry.deal.version > known.version)
      deals.set(entry.deal.dealId, { ...entry.deal, number: known.number });
  }
  return { seq, isOpen, deals: [...deals.values()].sort((a, b) => a.number - b.number) };
}

export interface Totals {
  deals: number;
  value: number;
  organisations: number;
  corners: Record<string, { legs: number; value: number }>;
}

export function totalsOf(tally: Tally): Totals {
  const totals: Totals = { deals: tally.deals.length, value: 0, organisations: 0, corners: {} };
  const names = new Set<string>();
  for (const { legs, parties } of tally.deals) {
    for (const party of parties) names.add(party);
    for (const { category, estimate } of legs) {
      totals.value += estimate;
      const corner = (totals.corners[category] ??= { legs: 0, value: 0 });
      corner.legs += 1;
      corner.value += estimate;
    }
  }
  totals.organisations = names.size;
  return totals;
}

/** The latest first. */
export function latestOf(tally: Tally, count: number): Tally['deals'] {
  return tally.deals.slice(-count).reverse();
}
