/** Greeting, collections and databases. */
import { CommandError, refuse } from '../command-error';
import { compile } from '../query/match';
import { encodeDoc } from '../storage/documents';
import { docOf, namespace, type Command } from './context';
import { dropCollection } from './indexes';

const MAX_WRITE_BATCH = 100_000;

export const hello: Command = () => ({
  helloOk: true,
  isWritablePrimary: true,
  ismaster: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: MAX_WRITE_BATCH,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: 1,
  minWireVersion: 0,
  // From 25 on, drivers expect the bulkWrite command.
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

export const ok: Command = () => ({ ok: 1 });

export const buildInfo: Command = () => ({
  version: '7.0.0',
  versionArray: [7, 0, 0, 0],
  modules: [],
  storageEngines: ['embedded'],
  ok: 1,
});

const CREATE_OPTIONS = [
  'capped',
  'timeseries',
  'viewOn',
  'validator',
  'clusteredIndex',
  'collation',
  'changeStreamPreAndPostImages',
  'expireAfterSeconds',
];

export const create: Command = (store, request) => {
  const ns = namespace(request, 'create');
  const { command } = request;
  for (const option of CREATE_OPTIONS) if (command[option]) throw refuse(`collections with ${option}`);
  return store.engine.write(() => {
    if (store.catalog.find(ns)) throw new CommandError(48, `Collection ${ns} already exists.`);
    store.catalog.ensure(ns);
    return { ok: 1 };
  });
};

export const drop: Command = (store, request) => {
  const ns = namespace(request, 'drop');
  return store.engine.write(() => {
    const collection = store.catalog.find(ns);
    if (!collection) return { ok: 1 };
    dropCollection(store, collection);
    return { ns, nIndexesWas: collection.indexes.length + 1, ok: 1 };
  });
};

export const dropDatabase: Command = (store, { database }) =>
  store.engine.write(() => {
    for (const ns of store.catalog.names(database)) {
      const collection = store.catalog.find(ns);
      if (collection) dropCollection(store, collection);
    }
    return { dropped: database, ok: 1 };
  });

export const listCollections: Command = ({ catalog, cursors }, { command, database }) => {
  const matches = compile(docOf(command.filter, 'filter'));
  const rows = catalog
    .names(database)
    .map((ns) => ({ name: ns.slice(database.length + 1), type: 'collection', options: {}, info: { readOnly: false } }))
    .filter(matches)
    .map((row) => encodeDoc(row));
  return cursors.first(rows.values(), `${database}.$cmd.listCollections`, Infinity);
};

export const listDatabases: Command = ({ catalog }) => {
  const names = new Set(catalog.names().map((ns) => ns.slice(0, ns.indexOf('.'))));
  return { databases: [...names].sort().map((name) => ({ name, sizeOnDisk: 0, empty: false })), totalSize: 0, ok: 1 };
};
