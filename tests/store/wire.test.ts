/** The protocol itself, byte by byte where the driver would hide it. */
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { atEnd, connect, failure, open } from './harness';

const { BSON } = mongoose.mongo;
type Doc = Record<string, unknown>;

let path: string;
let uri: string;

beforeAll(async () => {
  const store = await open();
  uri = store.uri('test');
  path = decodeURIComponent(/^mongodb:\/\/([^/]+)/.exec(uri)?.[1] ?? '');
});

/** A connection without a driver: sends bytes, reads whole messages. */
class Raw {
  private buffer = Buffer.alloc(0);
  private constructor(readonly socket: Socket) {}

  static async open(): Promise<Raw> {
    const socket = createConnection(path);
    await once(socket, 'connect');
    atEnd(() => socket.destroy());
    const raw = new Raw(socket);
    socket.on('data', (chunk) => {
      raw.buffer = Buffer.concat([raw.buffer, chunk]);
      socket.emit('more');
    });
    return raw;
  }

  async message(): Promise<Buffer> {
    while (this.buffer.length < 4 || this.buffer.length < this.buffer.readInt32LE()) await once(this.socket, 'more');
    const length = this.buffer.readInt32LE();
    const message = this.buffer.subarray(0, length);
    this.buffer = this.buffer.subarray(length);
    return message;
  }

  async ask(command: Doc, flags = 0): Promise<Doc> {
    this.socket.write(opMsg(command, flags));
    const answer = await this.message();
    expect(answer.readInt32LE(12)).toBe(2013);
    return BSON.deserialize(answer.subarray(21), { promoteLongs: false });
  }
}

function header(code: number, body: Buffer, id = 7): Buffer {
  const head = Buffer.alloc(16);
  [16 + body.length, id, 0, code].forEach((value, i) => head.writeInt32LE(value, i * 4));
  return Buffer.concat([head, body]);
}

function opMsg(command: Doc, flags = 0, sections: Buffer[] = []): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags);
  return header(2013, Buffer.concat([head, Buffer.from(BSON.serialize({ ...command, $db: 'test' })), ...sections]));
}

describe('greeting', () => {
  it('answers the old OP_QUERY with OP_REPLY', async () => {
    const raw = await Raw.open();
    const name = Buffer.from('admin.$cmd\0');
    const numbers = Buffer.from([0, 0, 0, 0, 255, 255, 255, 255]);
    raw.socket.write(
      header(2004, Buffer.concat([Buffer.alloc(4), name, numbers, Buffer.from(BSON.serialize({ isMaster: 1 }))])),
    );
    const answer = await raw.message();
    expect(answer.readInt32LE(12)).toBe(1);
    expect(answer.readInt32LE(8)).toBe(7);
    expect(BSON.deserialize(answer.subarray(36))).toMatchObject({
      ismaster: true,
      helloOk: true,
      maxWireVersion: 21,
      ok: 1,
    });
  });

  it('claims no replica set and no streaming', async () => {
    const hello = await (await Raw.open()).ask({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      minWireVersion: 0,
      logicalSessionTimeoutMinutes: 30,
      readOnly: false,
    });
    expect(hello).not.toHaveProperty('topologyVersion');
    expect(hello).not.toHaveProperty('setName');
  });
});

describe('messages', () => {
  it('may come in pieces, and several in one piece', async () => {
    const raw = await Raw.open();
    const bytes = Buffer.concat([opMsg({ ping: 1 }), opMsg({ ping: 1 }), opMsg({ ping: 1 })]);
    for (let at = 0; at < bytes.length; at += 23) {
      raw.socket.write(bytes.subarray(at, at + 23));
      await new Promise(setImmediate);
    }
    for (let i = 0; i < 3; i++) expect(BSON.deserialize((await raw.message()).subarray(21))).toEqual({ ok: 1 });
  });

  it('get no answer when more are to come', async () => {
    const raw = await Raw.open();
    raw.socket.write(opMsg({ insert: 'silent', documents: [{ _id: 1 }] }, 2));
    expect(await raw.ask({ count: 'silent' })).toMatchObject({ n: 1 });
  });

  it('carry documents in a section of their own', async () => {
    const raw = await Raw.open();
    const documents = Buffer.concat([1, 2].map((_id) => Buffer.from(BSON.serialize({ _id }))));
    const section = Buffer.concat([Buffer.alloc(5), Buffer.from('documents\0'), documents]);
    section[0] = 1;
    section.writeInt32LE(section.length - 1, 1);
    raw.socket.write(opMsg({ insert: 'sections' }, 0, [section]));
    expect(BSON.deserialize((await raw.message()).subarray(21))).toMatchObject({ n: 2, ok: 1 });
  });

  it.each([
    ['too long', Buffer.from([0, 0, 0, 0x7f, 1, 0, 0, 0, 0, 0, 0, 0, 0xdd, 7, 0, 0])],
    ['of an unknown kind', header(9999, Buffer.alloc(4))],
    [
      'with a broken document',
      header(2013, Buffer.concat([Buffer.alloc(5), Buffer.from([9, 0, 0, 0, 2, 97, 0, 9, 0])])),
    ],
  ])('end the connection when they are %s, and only that one', async (_what, bytes) => {
    const raw = await Raw.open();
    raw.socket.write(bytes);
    await once(raw.socket, 'close');
    expect(await (await Raw.open()).ask({ ping: 1 })).toEqual({ ok: 1 });
  });
});

describe('cursors', () => {
  it('have 64-bit numbers, zero when the last batch was sent', async () => {
    const raw = await Raw.open();
    await raw.ask({ insert: 'pages', documents: [1, 2, 3, 4].map((_id) => ({ _id })) });
    const first = (await raw.ask({ find: 'pages', batchSize: 2 })).cursor as Doc;
    expect(first.id).toBeInstanceOf(BSON.Long);
    expect(first).toMatchObject({ ns: 'test.pages', firstBatch: [{ _id: 1 }, { _id: 2 }] });
    const second = (await raw.ask({ getMore: first.id, collection: 'pages', batchSize: 2 })).cursor as Doc;
    expect(second).toEqual({ nextBatch: [{ _id: 3 }, { _id: 4 }], id: BSON.Long.ZERO, ns: 'test.pages' });
    expect(await raw.ask({ getMore: first.id, collection: 'pages' })).toMatchObject({ ok: 0, code: 43 });
  });

  it('send nothing at first with a batch size of zero', async () => {
    const raw = await Raw.open();
    await raw.ask({ insert: 'zero', documents: [{ _id: 1 }] });
    const { firstBatch, id } = (await raw.ask({ find: 'zero', batchSize: 0 })).cursor as Doc;
    expect(firstBatch).toEqual([]);
    expect(String(id)).not.toBe('0');
    const killed = await raw.ask({ killCursors: 'zero', cursors: [id, BSON.Long.fromNumber(99999)] });
    expect(killed).toMatchObject({ cursorsKilled: [id], cursorsNotFound: [BSON.Long.fromNumber(99999)], ok: 1 });
  });

  it('keep batches under 16 MB', async () => {
    const client = await connect(uri);
    const collection = client.db().collection('large');
    const filling = 'x'.repeat(5_000_000);
    for (let i = 0; i < 5; i++) await collection.insertOne({ i, filling });
    const cursor = collection.find({}, { batchSize: 1000 });
    await cursor.next();
    expect(cursor.bufferedCount()).toBe(2);
    expect((await cursor.toArray()).length).toBe(4);
  });

  it('go on while documents before and behind them change', async () => {
    const client = await connect(uri);
    const collection = client.db().collection<{ _id: number; n?: number }>('moving');
    await collection.insertMany(Array.from({ length: 900 }, (_, _id) => ({ _id })));
    const seen: number[] = [];
    for await (const { _id } of collection.find({}, { batchSize: 10 })) {
      seen.push(_id);
      if (_id % 3 === 0) await collection.deleteOne({ _id: _id + 1 });
    }
    expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b));
    expect(seen.filter((id) => id % 3 !== 1)).toEqual(
      Array.from({ length: 900 }, (_, i) => i).filter((id) => id % 3 !== 1),
    );
  });
});

describe('commands', () => {
  it('that are unknown or not done say so', async () => {
    const db = (await connect(uri)).db();
    expect(await failure(db.command({ fly: 1 }))).toMatchObject({ code: 59, codeName: 'CommandNotFound' });
    const refused = await failure(db.command({ renameCollection: 'test.a', to: 'test.b' }));
    expect(refused.message).toBe('the embedded store does not do renaming collections: set MONGODB_URI');
  });

  it('answer on many connections at once', async () => {
    const client = await connect(uri, { maxPoolSize: 40 });
    const collection = client.db().collection<{ _id: number }>('parallel');
    await Promise.all(Array.from({ length: 400 }, (_, _id) => collection.insertOne({ _id })));
    const found = await Promise.all(Array.from({ length: 400 }, (_, _id) => collection.findOne({ _id })));
    expect(found.map((doc) => doc?._id)).toEqual(Array.from({ length: 400 }, (_, i) => i));
  });
});
