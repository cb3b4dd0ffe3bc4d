import { describe, expect, it } from 'vitest';
import {
  afterAnswer,
  answerOf,
  countUnsent,
  dropUnsent,
  isKept,
  pauseBefore,
  promisesOf,
  readUnsent,
  writeUnsent,
  type Unsent,
} from './unsent';

const one: Unsent = {
  key: '0123456789abcdef',
  slug: 'ghent',
  title: 'Riverbend ⇄ Quay Bank',
  fields: [
    ['parties.0', 'Riverbend'],
    ['legs.0.what', 'A walk'],
    ['legs.1.what', ' '],
  ],
  savedAt: 1000,
  tries: 0,
  state: 'sending',
  message: '',
  href: '',
};
const two: Unsent = { ...one, key: 'fedcba9876543210', savedAt: 2000, state: 'refused', message: 'No such side' };
const storeOf = (texts = new Map<string, string>()) => ({
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
  removeItem: (key: string) => void texts.delete(key),
  key: (index: number) => [...texts.keys()][index] ?? null,
  get length() {
    return texts.size;
  },
});

describe('a deal that could not be sent', () => {
  it('is there again after the page was closed, for its own broker only, and waits', () => {
    const store = storeOf();
    store.setItem('causeway-draft:x', '{}');
    writeUnsent(store, 'ada', one);
    expect(readUnsent(store, 'ada')).toEqual([{ ...one, state: 'waiting' }]);
    expect(readUnsent(store, 'ad')).toEqual([]);
    expect([countUnsent(store, 'ada'), countUnsent(store, 'bo'), countUnsent(store, null)]).toEqual([
      { own: 1, others: 0 },
      { own: 0, others: 1 },
      { own: 0, others: 1 },
    ]);
    writeUnsent(store, 'ada', { ...one, state: 'sent' });
    expect([readUnsent(store, 'ada'), isKept(store, 'ada', one.key)]).toEqual([[], false]);
  });

  it('is not lost to another page that writes at the same time, and stays refused until it is dropped', () => {
    const store = storeOf();
    writeUnsent(store, 'ada', one);
    writeUnsent(store, 'ada', two);
    writeUnsent(store, 'ada', { ...one, state: 'sent' });
    expect(readUnsent(store, 'ada')).toEqual([two]);
    dropUnsent(store, 'ada', two.key);
    expect(countUnsent(store, 'ada')).toEqual({ own: 0, others: 0 });
  });

  it('names what is promised', () => {
    expect(promisesOf(one)).toBe('A walk');
  });

  it('is sent again after growing pauses that differ from tablet to tablet', () => {
    expect([0, 1, 2, 9].map((tries) => pauseBefore(tries, 0))).toEqual([1000, 2000, 4000, 60_000]);
    expect(pauseBefore(2, 1)).toBe(2000);
  });

  it('waits when nobody answers, and comes back to the broker when it was refused', () => {
    for (const status of [401, 403, 429, 500, 503]) expect(answerOf(status, '').kind).toBe('later');
    for (const status of [400, 404, 409, 422]) expect(answerOf(status, '').kind).toBe('refused');
    expect(afterAnswer(one, answerOf(503, 'down'))).toMatchObject({ state: 'waiting', tries: 1, message: 'down' });
    expect(afterAnswer(one, answerOf(409, 'twice'))).toMatchObject({ state: 'refused', message: 'twice' });
    expect(afterAnswer(one, { kind: 'made', href: '/d' })).toMatchObject({ state: 'sent', href: '/d' });
  });

  it('does not stop the page where the device keeps nothing', () => {
    const full = {
      ...storeOf(),
      length: 1,
      key: () => 'causeway-unsent:x:1',
      getItem: () => '{nonsense',
      setItem: () => {
        throw new Error('full');
      },
    };
    expect([readUnsent(full, 'x'), isKept(full, 'x', '1')]).toEqual([[], false]);
    expect(writeUnsent(full, 'x', one)).toBe(false);
  });
});
