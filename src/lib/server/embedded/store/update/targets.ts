/** Where in a document an update's path leads: one place, or several with `$[]` and `$[name]`. */
import { CommandError } from '../command-error';
import type { Matcher } from '../query/match';
import { matchedIndex } from '../query/positional';
import { field, isDoc, setField, type Doc } from '../values/document';
import { isIndex } from '../values/paths';

export interface Place {
  holder: Doc | unknown[];
  key: string;
}

export interface Scope {
  filter: Doc;
  /** The document before the update: the positional `$` was matched against it. */
  original: Doc;
  elements: Map<string, Matcher>;
}

const MOST_PADDING = 1_500_000;

export function getAt({ holder, key }: Place): unknown {
  return Array.isArray(holder) ? holder[Number(key)] : field(holder, key);
}

export function setAt({ holder, key }: Place, value: unknown): void {
  if (!Array.isArray(holder)) return setField(holder, key, value);
  const index = Number(key);
  if (index - holder.length > MOST_PADDING)
    throw new CommandError(2, `can't backfill more than ${MOST_PADDING} elements`);
  while (holder.length < index) holder.push(null);
  holder[index] = value;
}

/** With `create`, documents missing on the way are made; otherwise such a path leads nowhere. */
export function places(doc: Doc, parts: string[], scope: Scope, create: boolean): Place[] {
  return follow(doc, parts, 0, scope, create);
}

function follow(holder: unknown, parts: string[], at: number, scope: Scope, create: boolean): Place[] {
  const part = parts[at] ?? '';
  if (part.startsWith('$')) {
    return elementKeys(holder, parts, at, scope, create).flatMap((key) =>
      step(holder as unknown[], key, parts, at, scope, create),
    );
  }
  if (Array.isArray(holder) ? isIndex(part) : isDoc(holder)) return step(holder as Doc, part, parts, at, scope, create);
  if (!create) return [];
  throw new CommandError(
    28,
    `Cannot create field '${part}' in element {${parts[at - 1] ?? ''}: ${JSON.stringify(holder)}}`,
  );
}

function step(
  holder: Doc | unknown[],
  key: string,
  parts: string[],
  at: number,
  scope: Scope,
  create: boolean,
): Place[] {
  const place = { holder, key };
  if (at === parts.length - 1) return [place];
  const value = getAt(place);
  if (value !== undefined) return follow(value, parts, at + 1, scope, create);
  if (!create) return [];
  const made: Doc = {};
  const found = follow(made, parts, at + 1, scope, create);
  setAt(place, made);
  return found;
}

function elementKeys(holder: unknown, parts: string[], at: number, scope: Scope, create: boolean): string[] {
  const path = parts.slice(0, at).join('.');
  const part = parts[at] ?? '';
  if (part === '$') {
    const index = matchedIndex(scope.filter, scope.original, parts.slice(0, at));
    if (index === null || !Array.isArray(holder)) {
      throw new CommandError(2, 'The positional operator did not find the match needed from the query.');
    }
    return [String(index)];
  }
  if (!Array.isArray(holder)) {
    if (!create && holder === undefined) return [];
    throw new CommandError(
      2,
      `The path '${path}' must exist in the document and be an array in order to apply array updates.`,
    );
  }
  const keys = [...holder.keys()].map(String);
  const name = /^\$\[(.+)\]$/.exec(part)?.[1];
  if (name === undefined) {
    if (part === '$[]') return keys;
    throw new CommandError(
      52,
      `The dollar ($) prefixed field '${part}' in '${parts.join('.')}' is not valid for storage.`,
    );
  }
  const matches = scope.elements.get(name);
  return keys.filter((key) => matches?.({ [name]: holder[Number(key)] }));
}
