/** Writing: insert, update, delete. One operation's failure is told in `writeErrors` and, in order, ends the rest. */
import { ObjectId } from 'bson';
import { CommandError } from '../command-error';
import { read, toSort } from '../query/read';
import type { Collection } from '../storage/catalog';
import { encodeDoc } from '../storage/documents';
import { applyUpdate, idFirst, seedFrom } from '../update/apply-update';
import { compileUpdate, type Update } from '../update/compile-update';
import { decode } from '../values/decode';
import { field, type Doc } from '../values/document';
import { RANK, numeric, rankOf } from '../values/compare';
import type { Request } from '../wire/message';
import { checkOptions, docOf, namespace, operations, type Command, type Store } from './context';

/** Runs the operations of a command one by one and collects their errors. */
function each<T>(request: Request, list: T[], run: (item: T, index: number) => void): Doc[] {
  const ordered = request.command.ordered !== false;
  const errors: Doc[] = [];
  for (const [index, item] of list.entries()) {
    try {
      run(item, index);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      errors.push({ index, code: error.code, errmsg: error.message, ...error.extra });
      if (ordered) break;
    }
  }
  return errors;
}

function answer(counts: Doc, errors: Doc[]): Doc {
  return errors.length > 0 ? { ...counts, writeErrors: errors, ok: 1 } : { ...counts, ok: 1 };
}

export const insert: Command = (store, request) => {
  checkOptions(request.command);
  const ns = namespace(request, 'insert');
  const raw = request.sequences.get('documents') ?? operations(request, 'documents').map(encodeDoc);
  return store.engine.write(() => {
    let n = 0;
    const collection = store.catalog.ensure(ns);
    const errors = each(request, raw, (bytes) => {
      insertRaw(store, collection, bytes);
      n++;
    });
    return answer({ n }, errors);
  });
};

function insertRaw(store: Store, collection: Collection, bytes: Buffer): void {
  const doc = decode(bytes);
  const [first] = Object.keys(doc);
  if (first === '_id') return insertDoc(store, collection, doc, bytes);
  const ordered = idFirst(doc, field(doc, '_id') ?? new ObjectId());
  insertDoc(store, collection, ordered, encodeDoc(ordered));
}

function insertDoc(store: Store, collection: Collection, doc: Doc, bytes: Buffer): void {
  const rank = rankOf(field(doc, '_id'));
  if (rank === RANK.array || rank === RANK.regex)
    throw new CommandError(53, "The '_id' value cannot be of type array or regex");
  store.documents.insert(collection, doc, bytes);
}

export const update: Command = (store, request) => {
  const ns = namespace(request, 'update');
  checkOptions(request.command);
  const list = operations(request, 'updates');
  return store.engine.write(() => {
    const upserted: Doc[] = [];
    let n = 0;
    let nModified = 0;
    const errors = each(request, list, (operation, index) => {
      const result = updateMatching(store, ns, operation);
      n += result.matched;
      nModified += result.modified;
      if (result.upsertedId !== undefined) upserted.push({ index, _id: result.upsertedId });
    });
    return answer({ n, nModified, ...(upserted.length > 0 ? { upserted } : {}) }, errors);
  });
};

function updateMatching(
  store: Store,
  ns: string,
  operation: Doc,
): { matched: number; modified: number; upsertedId?: unknown } {
  checkOptions(operation);
  const filter = docOf(operation.q, 'q');
  const change = compileUpdate(operation.u, operation.arrayFilters);
  const multi = operation.multi === true;
  if (multi && change.kind === 'replace')
    throw new CommandError(9, 'multi update is not supported for replacement-style update');
  const collection = store.catalog.find(ns);
  let modified = 0;
  const query = { filter, sort: toSort(operation.sort), limit: multi ? 0 : 1, hint: operation.hint };
  const found = [...read(store.engine, collection, query)];
  for (const stored of found) {
    if (!collection) break;
    const doc = applyUpdate(decode(stored.bytes), change, filter, stored.doc, false);
    const bytes = encodeDoc(doc);
    if (bytes.equals(stored.bytes)) continue;
    store.documents.replace(collection, stored, doc, bytes);
    modified++;
  }
  if (found.length > 0 || operation.upsert !== true) return { matched: found.length, modified };
  const doc = upsertDoc(store, ns, filter, change);
  return { matched: 1, modified: 0, upsertedId: field(doc, '_id') };
}

/** Makes the document that an upsert did not find. */
export function upsertDoc(store: Store, ns: string, filter: Doc, change: Update): Doc {
  const seed = seedFrom(filter, change);
  const changed = applyUpdate(seed, change, filter, {}, true);
  const doc = idFirst(changed, field(changed, '_id') ?? new ObjectId());
  insertDoc(store, store.catalog.ensure(ns), doc, encodeDoc(doc));
  return doc;
}

export const remove: Command = (store, request) => {
  const ns = namespace(request, 'delete');
  checkOptions(request.command);
  const list = operations(request, 'deletes');
  return store.engine.write(() => {
    let n = 0;
    const errors = each(request, list, (operation) => {
      checkOptions(operation);
      const collection = store.catalog.find(ns);
      const limit = Number(numeric(operation.limit ?? 0));
      for (const stored of [
        ...read(store.engine, collection, { filter: docOf(operation.q, 'q'), limit, hint: operation.hint }),
      ]) {
        if (collection) store.documents.remove(collection, stored);
        n++;
      }
    });
    return answer({ n }, errors);
  });
};
