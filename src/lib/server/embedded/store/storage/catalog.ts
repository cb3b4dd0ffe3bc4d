/** Which collections and indexes there are. */
import { deserialize, serialize } from 'bson';
import { CommandError } from '../command-error';
import type { Doc } from '../values/document';
import { decode } from '../values/decode';
import { successor } from '../values/key-encoding';
import type { Engine } from './engine';
import { toIndex, type Index } from './index-spec';

export interface Collection {
  ns: string;
  /** First bytes of its documents' keys. */
  prefix: Buffer;
  indexes: Index[];
}

interface Stored {
  id: number;
  indexes: { id: number; spec: Doc; multikey: string[]; truncated: boolean }[];
}

const COUNTER = Buffer.from([0]);

export class Catalog {
  private readonly known = new Map<string, Collection | null>();

  constructor(private readonly engine: Engine) {
    engine.onRollback = () => this.known.clear();
  }

  find(ns: string): Collection | null {
    const known = this.known.get(ns);
    if (known !== undefined) return known;
    const bytes = this.engine.catalog.getBinary(Buffer.from(ns));
    const collection = bytes ? fromStored(ns, decode(bytes) as unknown as Stored) : null;
    this.known.set(ns, collection);
    return collection;
  }

  /** The collection, made if need be. Only inside a write. */
  ensure(ns: string): Collection {
    const existing = this.find(ns);
    if (existing) return existing;
    checkName(ns);
    const collection = { ns, prefix: idBytes(this.nextId()), indexes: [] };
    this.known.set(ns, collection);
    this.save(collection);
    return collection;
  }

  save(collection: Collection): void {
    const stored: Stored = {
      id: collection.prefix.readUInt32BE(),
      indexes: collection.indexes.map(({ id, spec, multikey, truncated }) => ({
        id,
        spec,
        multikey: [...multikey],
        truncated,
      })),
    };
    this.engine.catalog.putSync(Buffer.from(collection.ns), Buffer.from(serialize(stored)));
  }

  forget(ns: string): void {
    this.engine.catalog.removeSync(Buffer.from(ns));
    this.known.set(ns, null);
  }

  nextId(): number {
    const bytes = this.engine.catalog.getBinary(COUNTER);
    const id = bytes ? Number(deserialize(bytes).next) : 1;
    this.engine.catalog.putSync(COUNTER, Buffer.from(serialize({ next: id + 1 })));
    return id;
  }

  /** Full names of a database's collections, or of all. */
  names(database?: string): string[] {
    const start = Buffer.from(database === undefined ? '\x01' : `${database}.`);
    const end = database === undefined ? Buffer.from([0xff]) : successor(start);
    return Array.from(this.engine.catalog.getKeys({ start, end }), (key) => key.toString());
  }
}

export function idBytes(id: number): Buffer {
  const bytes = Buffer.allocUnsafe(4);
  bytes.writeUInt32BE(id);
  return bytes;
}

function fromStored(ns: string, stored: Stored): Collection {
  const indexes = stored.indexes.map(({ id, spec, multikey, truncated }) => toIndex(id, spec, multikey, truncated));
  return { ns, prefix: idBytes(stored.id), indexes };
}

function checkName(ns: string): void {
  const name = ns.slice(ns.indexOf('.') + 1);
  if (!name || name.includes('\0') || name.includes('$') || name.startsWith('.') || Buffer.byteLength(ns) > 255) {
    throw new CommandError(73, `Invalid namespace specified '${ns}'`);
  }
}
