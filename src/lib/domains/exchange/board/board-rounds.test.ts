import { describe, expect, it } from 'vitest';
import { roundsNow } from './board-rounds';

const frame = { rounds: 2, minutes: 10, pause: 2, tables: 5, startsAt: new Date('2027-03-12T16:10:00Z') };
const at = (time: string) => new Date(`2027-03-12T${time}:00Z`);

describe('the rounds on the board', () => {
  it('are the first one before it, then the one that is on with the next, and nothing after the last', () => {
    expect(roundsNow(frame, at('16:00'))).toEqual({ on: null, next: { round: 1, at: at('16:10') } });
    expect(roundsNow(frame, at('16:10'))).toEqual({
      on: { round: 1, until: at('16:20') },
      next: { round: 2, at: at('16:22') },
    });
    expect(roundsNow(frame, at('16:21'))).toEqual({ on: null, next: { round: 2, at: at('16:22') } });
    expect(roundsNow(frame, at('16:25'))).toEqual({ on: { round: 2, until: at('16:32') }, next: null });
    expect(roundsNow(frame, at('16:32'))).toBeNull();
  });
});
