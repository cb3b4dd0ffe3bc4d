/** Figures of feedback, and when thanks may be public. */
import { describe, expect, it } from 'vitest';
import { figuresOf, type FeedbackAnswers } from './feedback';
import { whyNotThank } from './thanks';

const said = (again: FeedbackAnswers['again']) => ({
  ...{ party: 'volunteer' as const, clear: 'yes' as const, respect: 'yes' as const, again },
});

describe('feedback', () => {
  it('makes no figure of fewer than five', () => {
    const four = Array.from({ length: 4 }, () => said('yes'));
    expect(figuresOf(four).map(({ shares }) => shares)).toEqual([null, null]);
    const [figures] = figuresOf([...four, said('no')]);
    expect(figures?.shares?.at(-1)).toEqual({ question: 'again', yes: 80, partly: 0, no: 20 });
  });
});

describe('thanks', () => {
  it('are for work that is done on missions that everyone may read', () => {
    expect(whyNotThank('closed', 'public')).toBeNull();
    expect(whyNotThank('active', 'public')).toBe('engagement_refusal_state');
    expect(whyNotThank('closed', 'cleared')).toBe('thanks_refusal_confidential');
    expect(whyNotThank('closed', 'members')).toBe('thanks_refusal_confidential');
  });
});
