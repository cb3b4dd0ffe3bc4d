/**
 * Which fields a query shows follows from its schema and from the fields it names. The library (Mongoose 9) finds it out by
 * walking the whole schema, parts of parts too, at every query, also for updates and counts, which show nothing: a tenth of the
 * time in which the demonstration is made. Here each question is worked out once, by the library itself.
 */
import mongoose from 'mongoose';

type Fields = Record<string, unknown>;
interface Query {
  model?: { schema: object };
  _fields?: Fields | null;
  _mongooseOptions: { populate?: unknown; sanitizeProjection?: unknown; schemaLevelProjections?: unknown };
}
type ApplyPaths = (this: Query) => void;

const remembering = Symbol.for('causeway.rememberProjections');
/** Programs ask in a few ways only; whoever asks in ever new ones is not remembered beyond this. */
const MOST = 500;

/** Safe to call again. @throws when the library is built otherwise than it was: this file has to follow it then */
export function rememberProjections(): void {
  const prototype = mongoose.Query.prototype as unknown as { _applyPaths?: ApplyPaths };
  const applyPaths = prototype._applyPaths;
  if (!applyPaths) throw new Error('the library chooses fields in another way than remember-projections.ts knows');
  if (remembering in applyPaths) return;
  const known = new WeakMap<object, Map<string, Fields>>();
  const remember: ApplyPaths = function () {
    const question = questionOf(this);
    if (question === null || !this.model) return applyPaths.call(this);
    const { schema } = this.model;
    const answers = known.get(schema) ?? new Map<string, Fields>();
    known.set(schema, answers);
    const answer = answers.get(question);
    if (answer) {
      this._fields = { ...answer };
      return;
    }
    applyPaths.call(this);
    if (answers.size < MOST) answers.set(question, { ...this._fields });
  };
  prototype._applyPaths = Object.assign(remember, { [remembering]: true });
}

/** What it asks for, in one line; null where the answer depends on more than that. */
function questionOf({ _fields: fields, _mongooseOptions: options }: Query): string | null {
  if (options.populate || options.sanitizeProjection !== undefined || options.schemaLevelProjections !== undefined)
    return null;
  if (!fields) return '{}';
  return Object.values(fields).every((value) => typeof value !== 'object') ? JSON.stringify(fields) : null;
}
