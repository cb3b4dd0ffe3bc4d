/** SEED: the demonstration can be made on any day of the week, though its people rest at weekends. */
import { expect, it } from 'vitest';
import { planDemonstration } from '../../seed/demonstration';
import { DAY } from '../../src/lib/shared/dates';

it('lets nothing happen to a mission before it is published, on whatever weekday it is made', () => {
  for (let day = 0; day < 7; day++) {
    const { acts } = planDemonstration(new Date(Date.UTC(2026, 10, 23, 9, 30) + day * DAY));
    const published = new Map<string, number>();
    for (const { what, at } of acts)
      if (what.endsWith(': is decided on')) published.set(what.slice(0, what.indexOf(':')), at.getTime());
    expect(published.size).toBeGreaterThan(50);
    const early = acts.filter(({ what, at }) => {
      const from = published.get(what.slice(0, what.indexOf(',')));
      return from !== undefined && at.getTime() <= from;
    });
    expect(early.map(({ what }) => what)).toEqual([]);
  }
});
