/** Aggregation pipelines: each stage turns a stream of documents into another. */
import { CommandError, refuse } from '../command-error';
import { compile } from '../query/match';
import { project, setComputed } from '../query/project';
import { toSort } from '../query/read';
import { numeric, RANK, rankOf } from '../values/compare';
import { isDoc, type Doc } from '../values/document';
import { compareSortValues, plainValue, sortValues } from '../values/paths';
import { checkExpression, evaluate, plain } from './expressions';
import { group } from './group';
import { lookup } from './lookup';

export interface Scope {
  /** Documents of another collection, for `$lookup`. */
  from: (collection: string, filter: Doc, variables: Doc) => Iterable<Doc>;
  /** What `$$name` means. */
  variables: Doc;
}

type Docs = Iterable<Doc>;
type Stage = (docs: Docs, operand: unknown, scope: Scope) => Docs;

const STAGES: Record<string, Stage> = {
  $match: match,
  $project: (docs, operand, { variables }) => map(docs, project(docOf('$project', operand), {}, variables)),
  $unset: (docs, operand) => {
    const paths = Array.isArray(operand) ? operand : [operand];
    return map(docs, project(Object.fromEntries(paths.map((path) => [String(path), 0]))));
  },
  $addFields: addFields,
  $set: addFields,
  $sort: sort,
  $skip: skip,
  $limit: limit,
  $group: (docs, operand, { variables }) => group(docs, docOf('$group', operand), variables),
  $sortByCount: (docs, operand, { variables }) =>
    sort(group(docs, { _id: operand, count: { $sum: 1 } }, variables), { count: -1 }),
  $count: (docs, operand) => count(docs, operand),
  $unwind: unwind,
  $replaceRoot: (docs, operand, scope) => replaceRoot(docs, docOf('$replaceRoot', operand).newRoot, scope),
  $replaceWith: replaceRoot,
  $lookup: (docs, operand, scope) => lookup(docs, docOf('$lookup', operand), scope),
  $facet: facet,
};

const REFUSED = new Set(
  (
    '$merge $out $unionWith $graphLookup $setWindowFields $densify $fill $geoNear $search $searchMeta $vectorSearch $changeStream ' +
    '$indexStats $collStats $currentOp $redact $documents $bucket $bucketAuto $sample $planCacheStats $listSessions'
  ).split(' '),
);

/** Checks the names before anything runs. */
export function checkPipeline(pipeline: unknown): Doc[] {
  if (!Array.isArray(pipeline) || !pipeline.every(isDoc))
    throw new CommandError(14, "'pipeline' option must be specified as an array of objects");
  for (const stage of pipeline) {
    const names = Object.keys(stage);
    const [name = ''] = names;
    if (names.length !== 1)
      throw new CommandError(40323, 'A pipeline stage specification object must contain exactly one field.');
    if (REFUSED.has(name)) throw refuse(`the stage ${name}`);
    if (!Object.hasOwn(STAGES, name)) throw new CommandError(40324, `Unrecognized pipeline stage name: '${name}'`);
    checkExpression(stage);
  }
  return pipeline;
}

export function run(docs: Docs, pipeline: Doc[], scope: Scope): Docs {
  return pipeline.reduce((input: Docs, stage) => {
    const [name = ''] = Object.keys(stage);
    return STAGES[name]?.(input, stage[name], scope) ?? input;
  }, docs);
}

const ALLOWED_IN_UPDATES = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

/** A pipeline used as an update. */
export function runOnDocument(doc: Doc, stages: Doc[]): Doc {
  for (const [name] of checkPipeline(stages).map((stage) => Object.keys(stage))) {
    if (!ALLOWED_IN_UPDATES.has(name ?? ''))
      throw new CommandError(72, `${name} is not allowed to be used within an update`);
  }
  const [result] = run([plain(doc) as Doc], stages, { from: () => [], variables: {} });
  return result ?? doc;
}

function docOf(stage: string, operand: unknown): Doc {
  if (!isDoc(operand)) throw new CommandError(9, `the ${stage} stage specification must be an object`);
  return operand;
}

function* map(docs: Docs, shape: ((doc: Doc) => Doc) | null): Docs {
  for (const doc of docs) yield shape ? shape(doc) : doc;
}

function* match(docs: Docs, operand: unknown, { variables }: Scope): Docs {
  const matches = compile(docOf('$match', operand), variables);
  for (const doc of docs) if (matches(doc)) yield doc;
}

function* addFields(docs: Docs, operand: unknown, { variables }: Scope): Docs {
  const fields = Object.entries(docOf('$addFields', operand)).map(
    ([path, expression]) => [path.split('.'), expression] as const,
  );
  for (const doc of docs) {
    const next = { ...doc };
    for (const [parts, expression] of fields) setComputed(next, parts, evaluate(doc, expression, variables));
    yield next;
  }
}

function* sort(docs: Docs, operand: unknown): Docs {
  const fields = toSort(docOf('$sort', operand));
  const rows = Array.from(docs, (doc) => ({ doc, by: sortValues(doc, fields) }));
  rows.sort((a, b) => compareSortValues(a.by, b.by, fields));
  for (const { doc } of rows) yield doc;
}

function whole(stage: string, operand: unknown): number {
  const number = rankOf(operand) === RANK.number ? Number(numeric(operand)) : -1;
  if (!Number.isInteger(number) || number < (stage === '$limit' ? 1 : 0))
    throw new CommandError(5107201, `invalid argument to ${stage} stage`);
  return number;
}

function* skip(docs: Docs, operand: unknown): Docs {
  let left = whole('$skip', operand);
  for (const doc of docs) if (left-- <= 0) yield doc;
}

function* limit(docs: Docs, operand: unknown): Docs {
  let left = whole('$limit', operand);
  for (const doc of docs) {
    yield doc;
    if (--left === 0) return;
  }
}

function* count(docs: Docs, operand: unknown): Docs {
  if (typeof operand !== 'string' || !operand || operand.includes('.') || operand.startsWith('$')) {
    throw new CommandError(40156, 'the count field must be a non-empty string without . and $');
  }
  let n = 0;
  for (const doc of docs) n += doc ? 1 : 0;
  if (n > 0) yield { [operand]: n };
}

function* unwind(docs: Docs, operand: unknown): Docs {
  const options = typeof operand === 'string' ? { path: operand } : docOf('$unwind', operand);
  const { path, preserveNullAndEmptyArrays: preserve, includeArrayIndex: index } = options as Doc;
  if (typeof path !== 'string' || !path.startsWith('$'))
    throw new CommandError(28818, "path option to $unwind stage should be prefixed with a '$'");
  const parts = path.slice(1).split('.');
  for (const doc of docs) {
    const value = plainValue(doc, parts);
    const items: [number | null, unknown][] = Array.isArray(value) ? [...value.entries()] : [];
    if (!Array.isArray(value) && value !== undefined && value !== null) items.push([null, value]);
    if (items.length === 0 && preserve) items.push([null, Array.isArray(value) ? undefined : value]);
    for (const [at, item] of items) {
      const next = { ...doc };
      if (value !== undefined) setComputed(next, parts, item);
      if (typeof index === 'string') setComputed(next, index.split('.'), at);
      yield next;
    }
  }
}

function* replaceRoot(docs: Docs, expression: unknown, { variables }: Scope): Docs {
  for (const doc of docs) {
    const root = evaluate(doc, expression, variables);
    if (!isDoc(root)) throw new CommandError(40228, "'newRoot' expression must evaluate to an object");
    yield root;
  }
}

function* facet(docs: Docs, operand: unknown, scope: Scope): Docs {
  const pipelines = Object.entries(docOf('$facet', operand)).map(
    ([name, pipeline]) => [name, checkPipeline(pipeline)] as const,
  );
  const input = [...docs];
  yield Object.fromEntries(pipelines.map(([name, pipeline]) => [name, [...run(input, pipeline, scope)]]));
}
