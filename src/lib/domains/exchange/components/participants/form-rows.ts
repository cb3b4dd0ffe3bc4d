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
