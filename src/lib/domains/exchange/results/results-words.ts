/** Awards in words: their names, their rules, and what they were given for. */
import { m } from '$lib/paraglide/messages.js';
import { euros } from '../exchange-words';
import type { Award, AwardKind } from './awards';

export const awardName = (kind: AwardKind): string =>
  ({
    first: m.award_first,
    largest: m.award_largest,
    busiest: m.award_busiest,
    widest: m.award_widest,
    ring: m.award_ring,
  })[kind]();

export const awardRule = (kind: AwardKind): string =>
  ({
    first: m.award_first_rule,
    largest: m.award_largest_rule,
    busiest: m.award_busiest_rule,
    widest: m.award_widest_rule,
    ring: m.award_ring_rule,
  })[kind]();

/** "12 deals", "deal 31, worth €2,400" */
export function awardFor({ kind, figure, number }: Award): string {
  if (kind === 'busiest') return m.award_for_deals({ count: figure });
  if (kind === 'widest') return m.award_for_corners({ count: figure });
  return m.award_for_deal({ number: number ?? 0, value: euros(figure) });
}
