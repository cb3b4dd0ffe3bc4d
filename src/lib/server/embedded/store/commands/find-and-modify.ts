/** findAndModify: changes or removes one document and gives it back, as it was or as it is. */
import { CommandError } from '../command-error';
import { project } from '../query/project';
import { read, toSort } from '../query/read';
import { encodeDoc } from '../storage/documents';
import { applyUpdate } from '../update/apply-update';
import { compileUpdate } from '../update/compile-update';
import { decode } from '../values/decode';
import { field, type Doc } from '../values/document';
import { valueReply } from '../wire/batch';
import type { Request } from '../wire/message';
import { checkOptions, docOf, namespace, type Command, type Store } from './context';
import { upsertDoc } from './write';

export const findAndModify: Command = async (store, request) => {
  checkOptions(request.command);
  const result = await store.engine.write(() => {
    try {
      return modify(store, request);
    } catch (error) {
      // It failed before it wrote: others in the same transaction need not be rolled back.
      if (error instanceof CommandError) return error;
      throw error;
    }
  });
  if (result instanceof CommandError) throw result;
  return result;
};

function modify(store: Store, request: Request): Buffer {
  const { command } = request;
  const name = command.findAndModify === undefined ? 'findandmodify' : 'findAndModify';
  const ns = namespace(request, name);
  const filter = docOf(command.query, 'query');
  const shape = project(docOf(command.fields, 'fields'), filter);
  const shown = (bytes: Buffer): Buffer => (shape ? encodeDoc(shape(decode(bytes))) : bytes);
  const change = command.remove ? null : compileUpdate(command.update, command.arrayFilters);
  const collection = store.catalog.find(ns);
  const [stored] = read(store.engine, collection, { filter, sort: toSort(command.sort), limit: 1, hint: command.hint });

  if (!change) {
    if (stored && collection) store.documents.remove(collection, stored);
    return result({ n: stored ? 1 : 0 }, stored ? shown(stored.bytes) : null);
  }
  if (stored && collection) {
    const doc = applyUpdate(decode(stored.bytes), change, filter, stored.doc, false);
    const bytes = encodeDoc(doc);
    if (!bytes.equals(stored.bytes)) store.documents.replace(collection, stored, doc, bytes);
    return result({ n: 1, updatedExisting: true }, shown(command.new ? bytes : stored.bytes));
  }
  if (!command.upsert) return result({ n: 0, updatedExisting: false }, null);
  const doc = upsertDoc(store, ns, filter, change);
  return result(
    { n: 1, updatedExisting: false, upserted: field(doc, '_id') },
    command.new ? shown(encodeDoc(doc)) : null,
  );
}

function result(lastErrorObject: Doc, value: Buffer | null): Buffer {
  return valueReply({ lastErrorObject, ok: 1 }, 'value', value);
}
