import { describe, expect, it } from 'vitest';
import { counted, EMPTY_TALLY, latestOf, totalsOf, type BoardEntry } from './tally';

const deal = (dealId: string, estimate: number, version = 1) => ({
  dealId,
  version,
  parties: [`org ${dealId}`, 'Riverbend'],
  what: ['advice'],
  legs: [{ category: 'knowledge', estimate }],
});
const at = '2027-03-01T20:00:00.000Z';
const log: BoardEntry[] = [
  { seq: 1, kind: 'gong_opened', at, number: null, deal: null },
  { seq: 2, kind: 'registered', at, number: 1, deal: deal('a', 300) },
  { seq: 3, kind: 'registered', at, number: 2, deal: deal('b', 500) },
  { seq: 4, kind: 'corrected', at, number: null, deal: deal('a', 200, 3) },
  { seq: 5, kind: 'corrected', at, number: null, deal: deal('a', 900, 2) },
];

describe('the tally of a board', () => {
  it('adds up registered deals in their latest version', () => {
    const tally = counted(EMPTY_TALLY, log);
    expect(tally).toMatchObject({ seq: 5, isOpen: true });
    expect(totalsOf(tally)).toEqual({
      deals: 2,
      value: 700,
      organisations: 3,
      corners: { knowledge: { legs: 2, value: 700 } },
    });
    expect(latestOf(tally, 1)[0]?.number).toBe(2);
  });

  it('comes to the same sum however the stream was cut, and when lines come twice', () => {
    const whole = counted(EMPTY_TALLY, log);
    for (let cut = 0; cut <= log.length; cut++) {
      const first = counted(EMPTY_TALLY, log.slice(0, cut));
      expect(counted(first, log.slice(Math.max(0, cut - 2)))).toEqual(whole);
    }
    expect(counted(whole, log)).toEqual(whole);
  });

  it('knows when the gong closed', () => {
    const tally = counted(EMPTY_TALLY, [...log, { seq: 6, kind: 'gong_closed', at, number: null, deal: null }]);
    expect(tally.isOpen).toBe(false);
  });
});
