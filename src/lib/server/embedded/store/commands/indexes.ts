/** createIndexes, listIndexes, dropIndexes. */
import { CommandError } from '../command-error';
import { encodeDoc } from '../storage/documents';
import { alreadyThere, toIndex, toSpec } from '../storage/index-spec';
import { idBytes, type Collection } from '../storage/catalog';
import { equal } from '../values/compare';
import { isDoc } from '../values/document';
import { successor } from '../values/key-encoding';
import { namespace, operations, type Command, type Store } from './context';

const ID_INDEX = { v: 2, key: { _id: 1 }, name: '_id_' };

export const createIndexes: Command = (store, request) => {
  const ns = namespace(request, 'createIndexes');
  const specs = operations(request, 'indexes').map(toSpec);
  return store.engine.write(() => {
    const created = !store.catalog.find(ns);
    const collection = store.catalog.ensure(ns);
    const before = collection.indexes.length;
    for (const spec of specs) {
      if (equal(spec.key, { _id: 1 }) || alreadyThere(collection.indexes, spec)) continue;
      const index = toIndex(store.catalog.nextId(), spec);
      collection.indexes.push(index);
      store.documents.build(collection, index);
    }
    store.catalog.save(collection);
    return {
      numIndexesBefore: before + 1,
      numIndexesAfter: collection.indexes.length + 1,
      createdCollectionAutomatically: created,
      ok: 1,
    };
  });
};

export const listIndexes: Command = ({ catalog, cursors }, request) => {
  const ns = namespace(request, 'listIndexes');
  const collection = catalog.find(ns);
  if (!collection) throw new CommandError(26, `ns does not exist: ${ns}`);
  const rows = [ID_INDEX, ...collection.indexes.map(({ spec }) => spec)].map((spec) => encodeDoc(spec));
  return cursors.first(rows.values(), ns, Infinity);
};

export const dropIndexes: Command = (store, request) => {
  const ns = namespace(request, 'dropIndexes');
  const wanted = request.command.index;
  return store.engine.write(() => {
    const collection = store.catalog.find(ns);
    if (!collection) throw new CommandError(26, `ns not found ${ns}`);
    const before = collection.indexes.length;
    const names = Array.isArray(wanted) ? wanted : [wanted];
    if (names.includes('_id_')) throw new CommandError(72, 'cannot drop _id index');
    const dropped = collection.indexes.filter(
      ({ name, spec }) => wanted === '*' || names.includes(name) || (isDoc(wanted) && equal(spec.key, wanted)),
    );
    if (dropped.length === 0 && wanted !== '*')
      throw new CommandError(27, `index not found with name [${String(wanted)}]`);
    for (const { id } of dropped) clear(store, 'entries', idBytes(id));
    collection.indexes = collection.indexes.filter((index) => !dropped.includes(index));
    store.catalog.save(collection);
    return { nIndexesWas: before + 1, ok: 1 };
  });
};

/** Removes everything under a prefix. */
function clear({ engine }: Store, table: 'docs' | 'entries', prefix: Buffer): void {
  const keys = [...engine[table].getKeys({ start: prefix, end: successor(prefix) })].map((key) => Buffer.from(key));
  for (const key of keys) engine[table].removeSync(key);
}

export function dropCollection(store: Store, collection: Collection): void {
  for (const { id } of collection.indexes) clear(store, 'entries', idBytes(id));
  clear(store, 'docs', collection.prefix);
  store.catalog.forget(collection.ns);
}
