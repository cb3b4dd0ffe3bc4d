import { describe, expect, it } from 'vitest';
import { afterAnswer, answerOf, pauseBefore, readUnsent, writeUnsent, type Unsent } from './unsent';

const one: Unsent = {
  key: '0123456789abcdef',
  title: 'Riverbend ⇄ Quay Bank',
  fields: [['parties.0', 'Riverbend']],
  savedAt: 1000,
  tries: 0,
  state: 'sending',
  message: '',
  href: '',
};
const storeOf = (texts = new Map<string, string>()) => ({
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
  removeItem: (key: string) => void texts.delete(key),
});

describe('a deal that could not be sent', () => {
  it('is there again after the page was closed, for its own broker only, and waits', () => {
    const store = storeOf();
    writeUnsent(store, 'ghent:ada', [one]);
    expect(readUnsent(store, 'ghent:ada', 2000)).toEqual([{ ...one, state: 'waiting' }]);
    expect(readUnsent(store, 'ghent:bo', 2000)).toEqual([]);
    writeUnsent(store, 'ghent:ada', [{ ...one, state: 'sent' }]);
    expect(readUnsent(store, 'ghent:ada', 2000)).toEqual([]);
  });

  it('is sent again after growing pauses that differ from tablet to tablet', () => {
    expect([0, 1, 2, 9].map((tries) => pauseBefore(tries, 0))).toEqual([1000, 2000, 4000, 60_000]);
    expect(pauseBefore(2, 1)).toBe(2000);
  });

  it('waits when nobody answers, and comes back to the broker when it was refused', () => {
    for (const status of [401, 429, 500, 503]) expect(answerOf(status, '').kind).toBe('later');
    for (const status of [400, 404, 409, 422]) expect(answerOf(status, '').kind).toBe('refused');
    expect(afterAnswer(one, answerOf(503, 'down'))).toMatchObject({ state: 'waiting', tries: 1, message: 'down' });
    expect(afterAnswer(one, answerOf(409, 'twice'))).toMatchObject({ state: 'refused', message: 'twice' });
    expect(afterAnswer(one, { kind: 'made', href: '/d' })).toMatchObject({ state: 'sent', href: '/d' });
  });

  it('does not stop the page where the device keeps nothing', () => {
    const full = {
      ...storeOf(),
      getItem: () => '{nonsense',
      setItem: () => {
        throw new Error('full');
      },
    };
    expect(readUnsent(full, 'x', 0)).toEqual([]);
    expect(writeUnsent(full, 'x', [one])).toBe(false);
  });
});
