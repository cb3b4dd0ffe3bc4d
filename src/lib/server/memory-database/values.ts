/** Values on their way into the memory database and out of it: nothing in it is shared with whoever wrote or reads it. */
import { BSONRegExp, Binary } from 'bson';
import { setField, type Doc } from '../embedded/store/values/document';

/** What a database would keep of a value, or understand by one in a filter. */
export function kept(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value ?? null;
  if (Array.isArray(value)) return Array.from(value, kept);
  if (value instanceof Date) return new Date(value);
  if (value instanceof RegExp) return new BSONRegExp(value.source, value.flags);
  if (value instanceof Uint8Array) return new Binary(Buffer.from(value));
  const plain: unknown = 'toBSON' in value && typeof value.toBSON === 'function' ? value.toBSON() : value;
  if (typeof plain !== 'object' || plain === null || '_bsontype' in plain) return plain;
  return fieldsOf(plain as Doc, kept);
}

/** A copy of what is kept, for whoever asked. */
export function copy(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copy);
  if (value instanceof Date) return new Date(value);
  return '_bsontype' in value ? value : fieldsOf(value as Doc, copy);
}

function fieldsOf(value: Doc, each: (value: unknown) => unknown): Doc {
  const fields: Doc = {};
  for (const name of Object.keys(value)) {
    if (name === '__proto__') setField(fields, name, each(value[name]));
    else fields[name] = each(value[name]);
  }
  return fields;
}
