/** The awards of an edition that follow from the register by rule. Pure. */

/** A registered deal as awards read it: organisations by name. */
export interface AwardDeal {
  number: number;
  legs: readonly { giver: string; receiver: string; category: string; estimate: number; what: string }[];
}

export const AWARD_KINDS = ['first', 'largest', 'busiest', 'widest', 'ring'] as const;
export type AwardKind = (typeof AWARD_KINDS)[number];

export interface Award {
  kind: AwardKind;
  /** Who shares it, by name in the order of the alphabet. */
  winners: string[];
  /** What it was given for: euros, deals or corners. */
  figure: number;
  /** The deal, where it is one deal's. */
  number: number | null;
}

const valueOf = ({ legs }: AwardDeal) => legs.reduce((sum, { estimate }) => sum + estimate, 0);
const partiesOf = ({ legs }: AwardDeal) => [...new Set(legs.flatMap(({ giver, receiver }) => [giver, receiver]))];
const sorted = (names: Iterable<string>) => [...names].sort((a, b) => a.localeCompare(b));

/** The same register gives the same awards; a tie between organisations is shared, between deals the earlier one wins. */
export function awardsOf(deals: readonly AwardDeal[]): Award[] {
  const inOrder = deals.toSorted((a, b) => a.number - b.number);
  const best = (among: readonly AwardDeal[]) =>
    among.reduce<AwardDeal | null>((top, deal) => (top && valueOf(top) >= valueOf(deal) ? top : deal), null);
  const ofDeal = (kind: AwardKind, deal: AwardDeal | null | undefined): Award[] =>
    deal ? [{ kind, winners: sorted(partiesOf(deal)), figure: valueOf(deal), number: deal.number }] : [];
  return [
    ...ofDeal('first', inOrder[0]),
    ...ofDeal('largest', best(inOrder)),
    ...most('busiest', inOrder, (deal) => partiesOf(deal).map((name) => [name, String(deal.number)] as const)),
    ...most('widest', inOrder, ({ legs }) => legs.map(({ giver, category }) => [giver, category] as const)),
    ...ofDeal('ring', best(inOrder.filter(({ legs }) => legs.length === 3))),
  ];
}

/** Who has the most different things; one of a thing is nothing to win by. */
function most(
  kind: AwardKind,
  deals: readonly AwardDeal[],
  of: (deal: AwardDeal) => (readonly [name: string, thing: string])[],
): Award[] {
  const things = new Map<string, Set<string>>();
  for (const [name, thing] of deals.flatMap(of)) things.set(name, (things.get(name) ?? new Set()).add(thing));
  const figure = Math.max(0, ...[...things.values()].map(({ size }) => size));
  if (figure < 2) return [];
  const winners = sorted([...things].filter(([, { size }]) => size === figure).map(([name]) => name));
  return [{ kind, winners, figure, number: null }];
}
