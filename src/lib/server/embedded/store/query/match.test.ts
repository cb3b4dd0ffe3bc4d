/** What filters match, operator by operator. */
import { BSONRegExp, Double, Long, ObjectId, serialize } from 'bson';
import { describe, expect, it } from 'vitest';
import { decode } from '../values/decode';
import type { Doc } from '../values/document';
import { compile } from './match';

const id = new ObjectId();
const through = (doc: Doc): Doc => decode(Buffer.from(serialize(doc)));
const matches = (filter: Doc, doc: Doc): boolean => compile(through(filter))(through(doc));

/** A filter, documents it matches, documents it does not. */
type Case = [Doc, Doc[], Doc[]];

const CASES: Record<string, Case[]> = {
  equality: [
    [
      { a: 1 },
      [{ a: 1 }, { a: Long.fromNumber(1) }, { a: new Double(1) }, { a: [3, 1] }],
      [{ a: '1' }, { a: true }, {}, { a: [[1]] }],
    ],
    [{ a: null }, [{ a: null }, {}, { a: [1, null] }], [{ a: 0 }, { a: [] }, { a: [1] }]],
    [{ a: [1, 2] }, [{ a: [1, 2] }, { a: [[1, 2], 3] }], [{ a: [2, 1] }, { a: [1, 2, 3] }]],
    [{ a: { b: 1, c: 2 } }, [{ a: { b: 1, c: 2 } }], [{ a: { c: 2, b: 1 } }, { a: { b: 1 } }]],
    [{ a: id }, [{ a: new ObjectId(id.toHexString()) }], [{ a: id.toHexString() }]],
    [{ a: /^x/i }, [{ a: 'Xy' }, { a: ['a', 'x'] }, { a: new BSONRegExp('^x', 'i') }], [{ a: 'yx' }, {}]],
    [{ a: new Date(5) }, [{ a: new Date(5) }], [{ a: 5 }]],
    [{ constructor: 1 }, [{ constructor: 1 }], [{}]],
  ],
  paths: [
    [
      { 'a.b': 1 },
      [{ a: { b: 1 } }, { a: [{ b: 2 }, { b: 1 }] }, { a: [{ b: [0, 1] }] }],
      [{ a: 1 }, { a: [[{ b: 1 }]] }],
    ],
    [{ 'a.b': null }, [{}, { a: 1 }, { a: {} }, { a: [{}] }], [{ a: [] }, { a: [1] }, { a: [{ b: 1 }] }]],
    [{ 'a.0': 1 }, [{ a: [1, 2] }, { a: { 0: 1 } }, { a: [[1]] }], [{ a: [2, 1] }]],
    [{ 'a.1.b': 1 }, [{ a: [{ b: 2 }, { b: 1 }] }], [{ a: [{ b: 1 }] }]],
  ],
  comparison: [
    [{ a: { $gt: 1 } }, [{ a: 2 }, { a: [0, 5] }], [{ a: 1 }, { a: 'z' }, {}, { a: null }, { a: NaN }]],
    [{ a: { $gte: 1, $lt: 3 } }, [{ a: 1 }, { a: [0, 9] }], [{ a: 3 }, { a: 0 }]],
    [{ a: { $lte: 'b' } }, [{ a: 'a' }, { a: 'b' }], [{ a: 'ba' }, { a: 1 }]],
    [{ a: { $gte: null } }, [{}, { a: null }], [{ a: 1 }]],
    [{ a: { $gte: NaN } }, [{ a: NaN }], [{ a: 1 }]],
    [{ a: { $ne: 1 } }, [{}, { a: 2 }, { a: [2] }], [{ a: 1 }, { a: [2, 1] }]],
    [{ a: { $in: [1, null, /^x/] } }, [{ a: 1 }, {}, { a: 'xy' }, { a: [5, 1] }], [{ a: 2 }, { a: 'y' }]],
    [{ a: { $in: [1, 2, 3, 4, 5, id] } }, [{ a: new Double(5) }, { a: id }], [{ a: 6 }]],
    [{ a: { $in: [] } }, [], [{}, { a: 1 }]],
    [{ a: { $nin: [1, 2] } }, [{}, { a: 3 }], [{ a: 1 }, { a: [3, 2] }]],
  ],
  elements: [
    [{ a: { $exists: true } }, [{ a: null }, { a: [] }], [{}]],
    [{ 'a.b': { $exists: false } }, [{}, { a: [1] }, { a: [{}] }], [{ a: [{}, { b: 1 }] }]],
    [{ a: { $type: 'number' } }, [{ a: 1 }, { a: Long.ONE }, { a: ['x', 1] }], [{ a: '1' }]],
    [{ a: { $type: ['string', 10] } }, [{ a: 'x' }, { a: null }], [{}, { a: 1 }]],
    [{ a: { $type: 'array' } }, [{ a: [] }], [{ a: 1 }]],
    [{ a: { $type: 'double' } }, [{ a: new Double(1) }, { a: 1.5 }], [{ a: 1 }]],
    [{ a: { $mod: [4, 1] } }, [{ a: 5 }, { a: [2, 9] }], [{ a: 4 }, { a: 'x' }]],
  ],
  arrays: [
    [{ a: { $size: 2 } }, [{ a: [1, 2] }, { a: [[], 1] }], [{ a: [1] }, { a: 2 }, {}]],
    [{ a: { $all: [1, 2] } }, [{ a: [2, 3, 1] }], [{ a: [1] }, { a: 1 }]],
    [{ a: { $all: [1] } }, [{ a: 1 }, { a: [1] }], [{}]],
    [{ a: { $all: [] } }, [], [{ a: [] }, {}]],
    [{ a: { $elemMatch: { $gt: 2, $lt: 5 } } }, [{ a: [1, 4] }], [{ a: [1, 9] }, { a: 4 }, { a: [[4]] }]],
    [
      { a: { $elemMatch: { b: 1, c: { $gt: 1 } } } },
      [{ a: [{ b: 1, c: 2 }] }],
      [{ a: [{ b: 1 }, { c: 2 }] }, { a: { b: 1, c: 2 } }],
    ],
    [
      { a: { $all: [{ $elemMatch: { b: 1 } }, { $elemMatch: { b: 2 } }] } },
      [{ a: [{ b: 2 }, { b: 1 }] }],
      [{ a: [{ b: 1 }] }],
    ],
    [{ a: { $elemMatch: { $or: [{ b: 1 }, { b: 2 }] } } }, [{ a: [{ b: 2 }] }], [{ a: [{ b: 3 }] }]],
  ],
  logic: [
    [{ $and: [{ a: 1 }, { b: 2 }] }, [{ a: 1, b: 2 }], [{ a: 1 }]],
    [{ $or: [{ a: 1 }, { b: 2 }], c: 3 }, [{ b: 2, c: 3 }], [{ a: 1 }, { c: 3 }]],
    [{ $nor: [{ a: 1 }, { b: 2 }] }, [{}, { a: 2 }], [{ a: 1 }, { b: 2 }]],
    [{ a: { $not: { $gt: 1 } } }, [{}, { a: 1 }, { a: 'x' }], [{ a: 2 }, { a: [0, 2] }]],
    [{ a: { $not: /x/ } }, [{ a: 'y' }, {}], [{ a: 'xx' }]],
    [{ $expr: { $gt: ['$a', '$b'] } }, [{ a: 2, b: 1 }], [{ a: 1, b: 2 }]],
    [{ a: { $regex: 'X', $options: 'i' } }, [{ a: 'ax' }], [{ a: 'b' }]],
    [{}, [{}, { a: 1 }], []],
  ],
};

describe.each(Object.entries(CASES))('%s', (_name, cases) => {
  it.each(cases)('%j', (filter, yes, no) => {
    for (const doc of yes) expect({ doc, matches: matches(filter, doc) }).toEqual({ doc, matches: true });
    for (const doc of no) expect({ doc, matches: matches(filter, doc) }).toEqual({ doc, matches: false });
  });
});

describe('mistakes', () => {
  it.each<[string, Doc]>([
    ['an unknown operator', { a: { $fly: 1 } }],
    ['an unknown operator at the top', { $fly: 1 }],
    ['an operator among fields', { a: { $gt: 1, b: 2 } }],
    ['$in without a list', { a: { $in: 1 } }],
    ['an operator in $in', { a: { $in: [{ $gt: 1 }] } }],
    ['$and of nothing', { $and: [] }],
    ['$or of values', { $or: [1] }],
    ['$not of a value', { a: { $not: 1 } }],
    ['$size of text', { a: { $size: 'x' } }],
    ['an unknown type', { a: { $type: 'thing' } }],
    ['a broken pattern', { a: { $regex: '(' } }],
    ['an unknown flag', { a: { $regex: 'a', $options: 'q' } }],
    ['a range over patterns', { a: { $gt: /a/ } }],
    ['a modulus of zero', { a: { $mod: [0, 1] } }],
  ])('%s', (_what, filter) => {
    expect(() => compile(through(filter))).toThrow();
  });

  it.each(['$where', '$text', '$jsonSchema'])('%s is refused in words', (name) => {
    expect(() => compile({ [name]: 'x' })).toThrow(`the embedded store does not do ${name}: set MONGODB_URI`);
  });
});
