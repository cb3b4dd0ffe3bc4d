/** What the command line of `npm run match` says. */
import { parseArgs } from 'node:util';
import { BATCH_ORDERS, type BatchOrder } from '$lib/domains/matching/batch/rank-batch';

export const USAGE = `npm run match -- --skills FILE --volunteers FILE --roles FILE [options]

Ranks volunteers for every role with the scorer of the application, outside the web server, and prints one line of JSON
per role: scores, bands, and the points and reason of every criterion. docs/matching.md documents the formats and the
formula.

  --skills FILE       the skills and which of them are related, one JSON object per line
  --volunteers FILE   the people, one JSON object per line
  --roles FILE        the roles, one JSON object per line
  --top N             how many people per role (10)
  --order ORDER       score: highest first; visibility: by band, then by whom was shown least (score)
  --now MOMENT        reckon availability as of this moment, such as 2027-03-01T09:00:00Z (the present)
  --why PERSON        also say where this person stands for every role, and why
  --skip-invalid      leave out lines that are wrong instead of stopping
  --out FILE          write there instead of to standard output; the file appears when it is complete
  --example           print a small example of the three files
  --help              this text

Exit code: 0 done; 1 something failed, such as a full disk; 2 the command line or an input file is wrong.`;

export interface MatchOptions {
  skills: string;
  volunteers: string;
  roles: string;
  top: number;
  order: BatchOrder;
  now: number;
  why: string | null;
  skipInvalid: boolean;
  out: string | null;
}

export class UsageError extends Error {}

/** Throws a UsageError that says which option is wrong and what was expected. */
export function optionsFrom(args: string[], present: number): MatchOptions | 'help' | 'example' {
  const values = parsed(args);
  if (values.help) return 'help';
  if (values.example) return 'example';
  const needed = (name: 'skills' | 'volunteers' | 'roles') => {
    const file = values[name];
    if (file === undefined || file === '') throw new UsageError(`--${name}: expected a file, got nothing`);
    return file;
  };
  const order = BATCH_ORDERS.find((known) => known === (values.order ?? 'score'));
  if (order === undefined) throw new UsageError(`--order: expected ${BATCH_ORDERS.join(' or ')}, got ${values.order}`);
  return {
    skills: needed('skills'),
    volunteers: needed('volunteers'),
    roles: needed('roles'),
    top: wholeNumber(values.top ?? '10'),
    order,
    now: values.now === undefined ? present : momentOf(values.now),
    why: values.why ?? null,
    skipInvalid: values['skip-invalid'] ?? false,
    out: values.out ?? null,
  };
}

function parsed(args: string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args,
      options: {
        skills: text,
        volunteers: text,
        roles: text,
        top: text,
        order: text,
        now: text,
        why: text,
        out: text,
        'skip-invalid': flag,
        example: flag,
        help: flag,
      },
    }).values;
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

const MOST = 10_000;

function wholeNumber(value: string): number {
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= 1 && number <= MOST) return number;
  throw new UsageError(`--top: expected a whole number from 1 to ${MOST}, got ${value}`);
}

function momentOf(value: string): number {
  const at = /^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(value) ? Date.parse(value) : NaN;
  if (Number.isNaN(at)) throw new UsageError(`--now: expected a moment such as 2027-03-01T09:00:00Z, got ${value}`);
  return at;
}
