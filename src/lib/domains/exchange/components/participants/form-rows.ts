/** The numbered rows of a registration form: what is there, and blank ones to fill in. */

export interface FormRow {
  key: string;
  /** What its fields begin with. */
  texts: Record<string, string>;
  skills: string[];
  open: boolean;
}

const textOf = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'on' : '';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Offers and requests in turn: most bring one and look for one. */
export function blankItem(index: number, open: boolean): FormRow {
  return { key: `new-${index}`, texts: { side: index % 2 === 0 ? 'offer' : 'request' }, skills: [], open };
}

function rowOf(row: object, index: number, isWorthIt: boolean): FormRow {
  const { skills, ...texts } = row as { skills?: unknown };
  return {
    key: `row-${index}`,
    texts: Object.fromEntries(Object.entries(texts).map(([field, value]) => [field, textOf(value)])),
    skills: Array.isArray(skills) ? skills.map(String) : [],
    open: isWorthIt,
  };
}

/** At least `least` rows and, while there is room, one blank one more for those without scripts. */
export function itemRows(known: readonly object[], least: number, most: number): FormRow[] {
  const rows = known.map((row, index) => rowOf(row, index, false));
  const wanted = Math.min(most, Math.max(least, rows.length + 1));
  for (let index = rows.length; index < wanted; index++) rows.push(blankItem(index, known.length === 0));
  return rows;
}

type Posted = Record<string, string | string[]>;

/** The fields of one row: under which name each is posted, what it begins with, and what is wrong with it. */
export class RowFields {
  constructor(
    private readonly row: string,
    private readonly initial: Record<string, string>,
    private readonly values: Posted | undefined,
    private readonly errors: Record<string, string> | undefined,
  ) {}

  key(field: string): string {
    return `${this.row}.${field}`;
  }

  /** After a refusal what was posted counts: a box that came back empty was emptied. A row added since is new. */
  start(field: string): string {
    if (!this.values || !(this.key('id') in this.values)) return this.initial[field] ?? '';
    const typed = this.values[this.key(field)];
    return typeof typed === 'string' ? typed : '';
  }

  words(field: string): { name: string; id: string; error: string | undefined } {
    return { name: this.key(field), id: this.key(field), error: this.errors?.[this.key(field)] };
  }

  get isWrong(): boolean {
    return Object.keys(this.errors ?? {}).some((field) => field.startsWith(`${this.row}.`));
  }
}
