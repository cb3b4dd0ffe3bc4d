/** The fields of a query are the same whether they were worked out now or before, and belong to that query alone. */
import mongoose, { Schema, type Query } from 'mongoose';
import { expect, it } from 'vitest';
import { rememberProjections } from './remember-projections';

rememberProjections();
const part = new Schema({ label: String, secret: { type: String, select: false } }, { _id: false });
const schema = new Schema({ title: String, tags: [String], parts: [part], outbox: { type: [String], select: false } });
const Things = mongoose.model('RememberedProjection', schema);

type Asked = Query<unknown, unknown> & { _applyPaths(): void; _fields: Record<string, unknown> };
const fieldsOf = (query: unknown) => {
  const asked = query as Asked;
  asked._applyPaths();
  return asked._fields;
};

it.each([
  ['nothing', () => Things.find(), { outbox: 0, 'parts.secret': 0 }],
  ['some fields', () => Things.find().select('title tags'), { title: 1, tags: 1 }],
  ['all but one', () => Things.findOne().select('-title'), { title: 0, outbox: 0, 'parts.secret': 0 }],
  ['a hidden one too', () => Things.find().select('+outbox'), { 'parts.secret': 0 }],
  ['a hidden one and another', () => Things.find().select('+outbox title'), { title: 1, outbox: 1 }],
  ['a hidden one only', () => Things.find({}, { outbox: 1 }), { outbox: 1 }],
  ['an update', () => Things.updateOne({}, { title: 'x' }), { outbox: 0, 'parts.secret': 0 }],
  ['one element', () => Things.find({}, { parts: { $elemMatch: { label: 'a' } } }), undefined],
])('asks for %s', (_name, query, expected) => {
  const [first, second, third] = [fieldsOf(query()), fieldsOf(query()), fieldsOf(query())];
  if (expected) expect(first).toEqual(expected);
  expect([second, third]).toEqual([first, first]);
  expect(second).not.toBe(third);
});

it('never takes one condition on an element for another', () => {
  const ask = (label: string) => fieldsOf(Things.find({}, { parts: { $elemMatch: { label } } }));
  expect([ask('a'), ask('b')]).toMatchObject([
    { parts: { $elemMatch: { label: 'a' } } },
    { parts: { $elemMatch: { label: 'b' } } },
  ]);
});

it('is put in place once', () => {
  const { _applyPaths } = mongoose.Query.prototype as unknown as Asked;
  rememberProjections();
  expect((mongoose.Query.prototype as unknown as Asked)._applyPaths).toBe(_applyPaths);
});
