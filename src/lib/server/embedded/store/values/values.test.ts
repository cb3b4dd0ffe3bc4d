/** The codec keeps what it reads, and the order of keys is the order of values. */
import { Binary, BSONRegExp, Decimal128, Double, Long, MaxKey, MinKey, ObjectId, Timestamp, serialize } from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, rankOf } from './compare';
import { decode } from './decode';
import { field } from './document';
import { encodeKey, invert, successor } from './key-encoding';

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'a', 'a\0', 'a\0b', 'ab', '\ud83d\ude00', '\uffff'),
);
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.double(),
  fc.constantFrom(-0, 0, NaN, Infinity, -Infinity, 2 ** 53, 2 ** 63, -(2 ** 63)),
  fc.constantFrom(1, 5, -7).map((value) => new Double(value)),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map((value) => Long.fromBigInt(value)),
  fc.constantFrom(2n ** 53n + 1n, 2n ** 62n + 3n, -(2n ** 60n) - 1n).map((value) => Long.fromBigInt(value)),
);
const leaf = fc.oneof(
  number,
  text,
  fc.boolean(),
  fc.constant(null),
  fc.date({ noInvalidDate: true }),
  fc.uint8Array({ minLength: 12, maxLength: 12 }).map((bytes) => new ObjectId(bytes)),
  fc.uint8Array({ maxLength: 3 }).map((bytes) => new Binary(bytes)),
  fc.tuple(fc.nat(3), fc.nat(3)).map(([t, i]) => new Timestamp({ t, i })),
  fc.constantFrom(new BSONRegExp('a'), new BSONRegExp('a', 'i'), new MinKey(), new MaxKey()),
);
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { weight: 6, arbitrary: leaf },
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value'), { maxKeys: 2 }),
  ),
})).value;

describe('key encoding', () => {
  it('orders keys as values', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const order = Math.sign(Buffer.compare(encodeKey(a, Infinity).bytes, encodeKey(b, Infinity).bytes));
        expect(order).toBe(Math.sign(compare(a, b)));
      }),
      { numRuns: 4000 },
    );
  });

  it('orders inverted keys the other way, whatever follows them', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const key = (item: unknown): Buffer =>
          Buffer.concat([invert(encodeKey(item, Infinity).bytes), Buffer.from([0x40])]);
        expect(Math.sign(Buffer.compare(key(a), key(b)))).toBe(Math.sign(compare(b, a)) + 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('lets no key be the beginning of another', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [x, y] = [encodeKey(a, Infinity).bytes, encodeKey(b, Infinity).bytes];
        const within = Buffer.compare(x, y) < 0 && Buffer.compare(y, successor(x)) < 0;
        expect(within).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts long values but keeps different ones apart', () => {
    const [a, b] = ['x'.repeat(500), `${'x'.repeat(499)}y`].map((item) => encodeKey(item, 100));
    expect(a?.truncated).toBe(true);
    expect(a?.bytes.length).toBe(132);
    expect(a?.bytes.equals(b?.bytes ?? Buffer.alloc(0))).toBe(false);
  });
});

describe('decode', () => {
  it('gives back what it read', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string({ unit: 'binary', maxLength: 5 }).filter((name) => !name.includes('\0')),
          value,
          { maxKeys: 4 },
        ),
        (doc) => {
          const bytes = Buffer.from(serialize(doc));
          expect(Buffer.from(serialize(decode(bytes))).equals(bytes)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keeps the types of numbers', () => {
    const doc = { int: 1, double: new Double(1), long: Long.fromNumber(1), decimal: Decimal128.fromString('1.50') };
    const again = decode(Buffer.from(serialize(doc)));
    expect(again.double).toBeInstanceOf(Double);
    expect(again.long).toBeInstanceOf(Long);
    expect(String(again.decimal)).toBe('1.50');
  });

  it('takes __proto__ for a name like any other', () => {
    const bytes = Buffer.from(serialize(JSON.parse('{ "__proto__": { "admin": true } }') as object));
    const doc = decode(bytes);
    expect(doc.admin).toBeUndefined();
    expect(field(doc, '__proto__')).toEqual({ admin: true });
  });

  it.each([
    ['a length beyond the bytes', '0a00000000'],
    ['a text longer than its document', '0e00000002610010000000620000'],
    ['an unknown type', '0800000055610000'],
  ])('refuses %s', (_what, hex) => {
    expect(() => decode(Buffer.from(hex, 'hex'))).toThrow();
  });
});

describe('order of types', () => {
  it('is the one of BSON', () => {
    const inOrder = [
      new MinKey(),
      null,
      1,
      'a',
      { a: 1 },
      [1],
      new Binary(Buffer.alloc(1)),
      new ObjectId(),
      false,
      new Date(),
      new Timestamp({ t: 1, i: 1 }),
      new BSONRegExp('a'),
      new MaxKey(),
    ];
    const ranks = inOrder.map(rankOf);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(compare(undefined, null)).toBe(0);
  });
});
