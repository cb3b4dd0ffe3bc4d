/** What is wrong with a line of an input file: where, in which field, what was expected and what was there. Pure. */
import type { z } from 'zod';

export interface InputProblem {
  file: string;
  /** From 1. */
  line: number;
  /** Such as `skills[0].level`; `line` when it is about the whole line. */
  field: string;
  expected: string;
  got: string;
}

export function problemText({ file, line, field, expected, got }: InputProblem): string {
  return `${file} line ${line}: ${field}: expected ${expected}, got ${got}`;
}

/** A value as it is shown in a message: short, and `nothing` when it is absent. */
export function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

export function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (name, part) =>
      typeof part === 'number' ? `${name}[${part}]` : name === '' ? String(part) : `${name}.${String(part)}`,
    '',
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, part) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, part) : undefined),
    value,
  );
}

/** The first thing that is wrong, as field, expected and got. Schemas word their messages as what is expected. */
export function firstIssue(error: z.ZodError, value: unknown): Pick<InputProblem, 'field' | 'expected' | 'got'> {
  const issue = error.issues[0];
  if (issue === undefined) return { field: 'line', expected: 'a valid line', got: shown(value) };
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    return {
      field: fieldName([...issue.path, key]),
      expected: 'no such field',
      got: shown(valueAt(value, [...issue.path, key])),
    };
  }
  return {
    field: fieldName(issue.path) || 'line',
    expected: issue.message,
    got: shown(valueAt(value, issue.path)),
  };
}

/** The known word that is at most two letters away, for "did you mean". */
export function nearest(word: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = 3;
  for (const candidate of known) {
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const distance = editDistance(word, candidate);
    if (distance >= bestDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
