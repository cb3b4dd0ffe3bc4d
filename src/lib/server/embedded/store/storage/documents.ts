/** Writing documents together with their index entries. Everything is checked before anything is written. */
import { serialize } from 'bson';
import { CommandError } from '../command-error';
import { decode } from '../values/decode';
import { field, type Doc } from '../values/document';
import { encodeKey, successor } from '../values/key-encoding';
import type { Catalog, Collection } from './catalog';
import { DOC_KEY_LIMIT, type Engine } from './engine';
import { indexKeys, type IndexKeys } from './index-keys';
import type { Index } from './index-spec';

const MAX_DOCUMENT = 16 * 1024 * 1024;

const EMPTY: IndexKeys = { keys: [], arrays: [], truncated: false };

/** A stored document: its key without the collection, its bytes, and its fields once somebody asks. */
export class StoredDoc {
  private decoded: Doc | null = null;

  constructor(
    readonly key: Buffer,
    readonly bytes: Buffer,
    /** Whether the index entry that led here is as recent as the bytes. */
    readonly fresh = true,
  ) {}

  get doc(): Doc {
    return (this.decoded ??= decode(this.bytes));
  }

  /** The same without its decoded fields, to be kept in numbers. */
  light(): StoredDoc {
    return new StoredDoc(this.key, this.bytes, this.fresh);
  }
}

function docKey(id: unknown): Buffer {
  return encodeKey(id, DOC_KEY_LIMIT).bytes;
}

export function encodeDoc(doc: Doc): Buffer {
  const { buffer, byteOffset, byteLength } = serialize(doc, { ignoreUndefined: true });
  return Buffer.from(buffer, byteOffset, byteLength);
}

export class Documents {
  constructor(
    private readonly engine: Engine,
    private readonly catalog: Catalog,
  ) {}

  insert(collection: Collection, doc: Doc, bytes: Buffer): void {
    const key = docKey(field(doc, '_id'));
    checkSize(bytes);
    const at = Buffer.concat([collection.prefix, key]);
    if (this.engine.docs.doesExist(at)) throw duplicate(collection.ns, '_id_', { _id: 1 }, doc);
    const changes = this.changes(collection, key, null, doc);
    this.engine.docs.putSync(at, bytes);
    this.apply(collection, key, changes);
  }

  replace(collection: Collection, before: StoredDoc, doc: Doc, bytes: Buffer): void {
    checkSize(bytes);
    const changes = this.changes(collection, before.key, before.doc, doc);
    this.engine.docs.putSync(Buffer.concat([collection.prefix, before.key]), bytes);
    this.apply(collection, before.key, changes);
  }

  remove(collection: Collection, stored: StoredDoc): void {
    this.apply(collection, stored.key, this.changes(collection, stored.key, stored.doc, null));
    this.engine.docs.removeSync(Buffer.concat([collection.prefix, stored.key]));
  }

  /** Fills a new index; a breach of its uniqueness leaves nothing behind because the caller's transaction ends. */
  build(collection: Collection, index: Index): void {
    const range = { start: collection.prefix, end: successor(collection.prefix) };
    for (const { key: at, value: bytes } of this.engine.docs.getRange(range)) {
      const key = Buffer.from(at.subarray(collection.prefix.length));
      const doc = decode(bytes);
      const wanted = indexKeys(index, doc);
      if (index.unique) this.checkUnique(collection, index, key, wanted.keys, doc);
      this.apply(collection, key, [{ index, add: wanted.keys, drop: [], keys: wanted }], false);
    }
  }

  private changes(collection: Collection, key: Buffer, before: Doc | null, after: Doc | null): Change[] {
    const changes: Change[] = [];
    for (const index of collection.indexes) {
      const old = before ? indexKeys(index, before) : EMPTY;
      const wanted = after ? indexKeys(index, after) : EMPTY;
      const add = wanted.keys.filter((next) => !old.keys.some((previous) => previous.equals(next)));
      const drop = old.keys.filter((previous) => !wanted.keys.some((next) => next.equals(previous)));
      if (index.unique && after) this.checkUnique(collection, index, key, add, after);
      changes.push({ index, add, drop, keys: wanted });
    }
    return changes;
  }

  private checkUnique(collection: Collection, index: Index, key: Buffer, keys: Buffer[], doc: Doc): void {
    for (const wanted of keys) {
      const holder = this.engine.entries.getBinary(wanted);
      if (holder && !holder.equals(key)) throw duplicate(collection.ns, index.name, index.spec.key as Doc, doc);
    }
  }

  private apply(collection: Collection, key: Buffer, changes: Change[], save = true): void {
    for (const { index, add, drop, keys } of changes) {
      for (const old of drop) this.engine.entries.removeSync(entryKey(index, old, key));
      for (const wanted of add) this.engine.entries.putSync(entryKey(index, wanted, key), key);
      const news = keys.arrays.filter((path) => !index.multikey.has(path));
      if (news.length === 0 && (index.truncated || !keys.truncated)) continue;
      news.forEach((path) => index.multikey.add(path));
      index.truncated ||= keys.truncated;
      if (save) this.catalog.save(collection);
    }
  }
}

interface Change {
  index: Index;
  add: Buffer[];
  drop: Buffer[];
  keys: IndexKeys;
}

/** In a unique index the value alone is the key; elsewhere the document's key follows it. */
function entryKey(index: Index, value: Buffer, key: Buffer): Buffer {
  return index.unique ? value : Buffer.concat([value, key]);
}

function checkSize(bytes: Buffer): void {
  if (bytes.length > MAX_DOCUMENT) {
    throw new CommandError(
      10334,
      `object to insert too large. size in bytes: ${bytes.length}, max size: ${MAX_DOCUMENT}`,
    );
  }
}

function duplicate(ns: string, name: string, keyPattern: Doc, doc: Doc): CommandError {
  const keyValue: Doc = {};
  for (const path of Object.keys(keyPattern)) keyValue[path] = shown(doc, path.split('.'));
  const text = Object.entries(keyValue).map(
    ([path, value]) => `${path}: ${typeof value === 'string' ? `"${value}"` : String(value)}`,
  );
  return new CommandError(
    11000,
    `E11000 duplicate key error collection: ${ns} index: ${name} dup key: { ${text.join(', ')} }`,
    {
      keyPattern,
      keyValue,
    },
  );
}

function shown(value: unknown, parts: string[]): unknown {
  for (const part of parts) {
    if (Array.isArray(value)) value = value[0];
    value = typeof value === 'object' && value !== null ? field(value as Doc, part) : null;
  }
  return value ?? null;
}
