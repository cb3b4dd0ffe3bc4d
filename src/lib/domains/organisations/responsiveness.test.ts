import { describe, expect, it } from 'vitest';
import { KEPT_REPLIES, NO_REPLIES, medianOf, shareAnswered, withReply } from './responsiveness';

const answered = (hours: number, key: string | null = null) => ({ key, answered: true, hours });

describe('withReply', () => {
  it('counts answers and silences, and takes the median of the answers', () => {
    const figures = [answered(2), answered(10), { key: null, answered: false, hours: null }, answered(4)].reduce(
      withReply,
      NO_REPLIES,
    );
    expect(figures).toMatchObject({ asked: 4, answered: 3, medianReplyHours: 4 });
    expect(shareAnswered(figures)).toBe(0.75);
  });

  it('counts a cause once', () => {
    const once = withReply(NO_REPLIES, answered(5, 'a'));
    expect(withReply(once, answered(5, 'a'))).toBe(once);
    expect(withReply(once, answered(5, 'b')).asked).toBe(2);
  });

  it('forgets what is older than the last fifty replies', () => {
    let figures = NO_REPLIES;
    for (let i = 0; i < KEPT_REPLIES; i++) figures = withReply(figures, answered(100));
    for (let i = 0; i < KEPT_REPLIES; i++) figures = withReply(figures, answered(1));
    expect(figures.recent).toHaveLength(KEPT_REPLIES);
    expect(figures).toMatchObject({ asked: 100, answered: 100, medianReplyHours: 1 });
  });

  it('knows nothing before anyone asked', () => {
    expect(shareAnswered(NO_REPLIES)).toBeNull();
    expect(NO_REPLIES.medianReplyHours).toBeNull();
  });
});

describe('medianOf', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1], 5],
    [[7, 1, 3], 3],
  ])('of %j is %s', (values, median) => expect(medianOf(values)).toBe(median));
});
