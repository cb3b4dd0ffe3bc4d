/** Mongoose as the application sets it up: strict queries, sanitised filters, indexes by syncIndexes, states in filters. */
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { atEnd, open } from './harness';

interface Mission {
  title: string;
  status: 'draft' | 'proposed' | 'published';
  causes: string[];
  seats: number;
  slug?: string;
  roles: mongoose.Types.DocumentArray<{ skill: string; filled: number; volunteers: string[] }>;
  log: { what: string; at: Date }[];
  organisation: mongoose.Types.ObjectId;
}

let missions: mongoose.Model<Mission>;

beforeAll(async () => {
  const connection = await mongoose.createConnection((await open()).uri('app'), { autoIndex: false }).asPromise();
  atEnd(() => connection.close());
  connection.set('strictQuery', 'throw');
  connection.set('sanitizeFilter', true);
  const schema = new mongoose.Schema<Mission>(
    {
      title: { type: String, required: true },
      status: { type: String, default: 'draft' },
      causes: [String],
      seats: { type: Number, default: 1 },
      slug: String,
      roles: [new mongoose.Schema({ skill: String, filled: { type: Number, default: 0 }, volunteers: [String] })],
      log: [{ _id: false, what: String, at: Date }],
      organisation: { type: mongoose.Schema.Types.ObjectId, ref: 'Organisation' },
    },
    { timestamps: true, optimisticConcurrency: true },
  );
  schema.index({ status: 1, createdAt: -1 });
  schema.index({ slug: 1 }, { unique: true, partialFilterExpression: { slug: { $type: 'string' } } });
  schema.index({ causes: 1, status: 1 });
  missions = connection.model('Mission', schema) as unknown as typeof missions;
});

describe('mongoose', () => {
  it('makes the indexes of a schema, and drops those it no longer has', async () => {
    await missions.createCollection();
    await missions.collection.createIndex({ old: 1 });
    expect(await missions.syncIndexes()).toEqual(['old_1']);
    expect(await missions.diffIndexes()).toEqual({ toDrop: [], toCreate: [] });
  });

  it('saves, validates, versions', async () => {
    const mission = await missions.create({ title: 'Water', causes: ['water', 'soil'], roles: [{ skill: 'law' }] });
    const stale = await missions.findById(mission._id).orFail();
    mission.roles.push({ skill: 'policy', filled: 0, volunteers: [] });
    await mission.save();
    stale.title = 'Fire';
    await expect(stale.save()).rejects.toThrow(mongoose.Error.VersionError);
    await expect(missions.create({})).rejects.toThrow(mongoose.Error.ValidationError);
    const found = await missions.findOne({ 'roles.skill': 'policy' }).lean().orFail();
    expect(found).toMatchObject({ title: 'Water', status: 'draft', __v: 1 });
  });

  it('moves through states by filters', async () => {
    const { _id } = await missions.create({ title: 'Air', status: 'proposed', roles: [{ skill: 'law' }] });
    const publish = (): Promise<unknown> =>
      missions
        .findOneAndUpdate(
          { _id, status: 'proposed' },
          { $set: { status: 'published' }, $push: { log: { what: 'published', at: new Date() } }, $unset: { slug: 1 } },
          { returnDocument: 'after' },
        )
        .lean();
    expect(await publish()).toMatchObject({ status: 'published', log: [{ what: 'published' }] });
    expect(await publish()).toBeNull();
    const join = (who: string): Promise<{ modifiedCount: number }> =>
      missions.updateOne(
        {
          _id,
          roles: mongoose.trusted({ $elemMatch: { skill: 'law', filled: { $lt: 1 }, volunteers: { $ne: who } } }),
        },
        { $inc: { 'roles.$.filled': 1 }, $addToSet: { 'roles.$.volunteers': who } },
      );
    expect([(await join('ann')).modifiedCount, (await join('bob')).modifiedCount]).toEqual([1, 0]);
  });

  it('pages, counts and groups', async () => {
    const organisation = new mongoose.Types.ObjectId();
    await missions.insertMany(
      Array.from({ length: 45 }, (_, i) => ({
        title: `T${i}`,
        status: 'published',
        causes: [`c${i % 3}`],
        organisation,
      })),
    );
    const page = missions
      .find({ status: 'published', causes: mongoose.trusted({ $in: ['c1', 'c2'] }) })
      .sort({ createdAt: -1, _id: -1 });
    expect((await page.clone().skip(20).limit(20).lean()).length).toBe(10);
    expect(await missions.countDocuments({ causes: 'c0' })).toBe(15);
    const groups = await missions.aggregate<{ _id: unknown; n: number }>([
      { $match: { causes: 'c0' } },
      { $unwind: '$causes' },
      { $group: { _id: '$causes', n: { $sum: '$seats' } } },
    ]);
    expect(groups).toEqual([{ _id: 'c0', n: 15 }]);
    let seen = 0;
    for await (const mission of missions.find({ causes: /^c/ }).cursor({ batchSize: 7 })) seen += mission.title ? 1 : 0;
    expect(seen).toBe(45);
  });

  it('keeps a partial unique index', async () => {
    await missions.create([{ title: 'no slug' }, { title: 'none either' }, { title: 'slug', slug: 'one' }]);
    await expect(missions.create({ title: 'again', slug: 'one' })).rejects.toMatchObject({
      code: 11000,
      keyValue: { slug: 'one' },
    });
    expect(await missions.exists({ slug: 'one' })).not.toBeNull();
  });

  it('writes in bulk', async () => {
    const result = await missions.bulkWrite([
      { insertOne: { document: { title: 'bulk' } as Mission } },
      { updateMany: { filter: { title: /^T1/ }, update: { $set: { seats: 4 }, $pull: { causes: 'c1' } } } },
      { updateOne: { filter: { title: 'new' }, update: { $setOnInsert: { title: 'new' } }, upsert: true } },
      { deleteMany: { filter: { title: /^T2/ } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 11, upsertedCount: 1, deletedCount: 11 });
  });
});
