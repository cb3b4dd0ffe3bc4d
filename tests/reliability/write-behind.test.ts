/** What a program that writes alone holds back is written many at a time, and is there for whoever asks. */
import mongoose from 'mongoose';
import { beforeEach, expect, it } from 'vitest';
import { defineModel, documentSchema } from '../../src/lib/server/mongo';
import { withWriteBehind } from '../../src/lib/server/reading/write-behind';

interface Note {
  _id: string;
  key: string;
  text: string;
}

const schema = documentSchema<Note>({ key: { type: String, required: true }, text: { type: String, required: true } });
schema.index({ key: 1 }, { unique: true });
const Notes = defineModel<Note>('HeldNote', schema, 'held_notes');
const Others = defineModel<Note>('OtherNote', schema.clone(), 'other_notes');
const HELD = ['held_notes'];

/** Past everything that holds back, as another process would. */
const written = async (name = 'held_notes') =>
  (await mongoose.connection.db?.collection<Note>(name).find({}).toArray())?.map(({ text }) => text).toSorted();

beforeEach(async () => {
  await Promise.all([Notes.deleteMany({}), Others.deleteMany({})]);
  await Promise.all([Notes.syncIndexes(), Others.syncIndexes()]);
});

it('holds inserts and upserts that only insert, and writes them at the end', async () => {
  const result = await withWriteBehind(HELD, async () => {
    await Notes.create({ _id: 'a', key: 'a', text: 'one' });
    await Notes.updateOne({ _id: 'b' }, { $setOnInsert: { key: 'b', text: 'two' } }, { upsert: true });
    await Others.create({ _id: 'c', key: 'c', text: 'three' });
    expect([await written(), await written('other_notes')]).toEqual([[], ['three']]);
    return 'done';
  });
  expect([result, await written()]).toEqual(['done', ['one', 'two']]);
});

it('writes first whatever asks for them, and before any other write', async () => {
  await withWriteBehind(HELD, async () => {
    await Notes.create({ _id: 'a', key: 'a', text: 'one' });
    expect(await Notes.countDocuments()).toBe(1);
    await Notes.create({ _id: 'b', key: 'b', text: 'two' });
    await Notes.updateMany({}, { $set: { text: 'new' } });
    expect(await written()).toEqual(['new', 'new']);
    await Notes.create({ _id: 'c', key: 'c', text: 'three' });
    await Notes.updateOne({ _id: 'd' }, { $set: { key: 'd', text: 'four' } }, { upsert: true });
    expect(await written()).toEqual(['four', 'new', 'new', 'three']);
  });
});

it('does not hold more than fits into one message', async () => {
  await withWriteBehind(HELD, async () => {
    for (let n = 0; n < 200; n++) await Notes.create({ _id: `n${n}`, key: `k${n}`, text: 'some' });
    expect(await written()).toHaveLength(200);
  });
});

it('leaves out what is there already, and says what cannot be written', async () => {
  await Notes.create({ _id: 'a', key: 'a', text: 'first' });
  await withWriteBehind(HELD, async () => {
    await Notes.create({ _id: 'b', key: 'a', text: 'again' });
    await Notes.create({ _id: 'c', key: 'c', text: 'other' });
  });
  expect(await written()).toEqual(['first', 'other']);
  const tooLarge = withWriteBehind(HELD, () =>
    Notes.create({ _id: 'x', key: 'x', text: 'x'.repeat(17 * 1024 * 1024) }),
  );
  await expect(tooLarge).rejects.toThrow();
});

it('is over when it is over, also when what ran failed', async () => {
  const failed = withWriteBehind(HELD, () => Promise.reject(new Error('no')));
  await expect(failed).rejects.toThrow('no');
  await Notes.create({ _id: 'a', key: 'a', text: 'one' });
  expect(await written()).toEqual(['one']);
});
