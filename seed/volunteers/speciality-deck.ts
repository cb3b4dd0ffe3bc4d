/** Deals specialities so that each group of people gets its share of every kind, however small the group. */
import { SPECIALITIES } from './specialities';
import type { Speciality } from './speciality';

const TOTAL = SPECIALITIES.reduce((sum, { weight }) => sum + weight, 0);

export class SpecialityDeck {
  private readonly dealt = new Map<string, Map<string, number>>();

  /** The kind that the group lacks most, measured by weight. */
  next(group: string): Speciality {
    const counts = this.dealt.get(group) ?? new Map<string, number>();
    this.dealt.set(group, counts);
    const size = [...counts.values()].reduce((sum, count) => sum + count, 1);
    const lack = ({ key, weight }: Speciality) => (weight / TOTAL) * size - (counts.get(key) ?? 0);
    const next = SPECIALITIES.reduce((best, each) => (lack(each) > lack(best) ? each : best));
    counts.set(next.key, (counts.get(next.key) ?? 0) + 1);
    return next;
  }
}
