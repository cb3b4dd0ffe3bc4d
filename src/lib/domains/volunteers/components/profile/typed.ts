/** What a section's fields show: what was typed into a refused form, or else what is stored. */

export interface Refused {
  message: string;
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
}

export type Failure = Refused | null;

export function textOf(failure: Failure, field: string, stored: string | number | null): string {
  if (!failure) return String(stored ?? '');
  const typed = failure.values[field];
  return typeof typed === 'string' ? typed : '';
}

export function listOf(failure: Failure, field: string, stored: readonly string[]): readonly string[] {
  if (!failure) return stored;
  const typed = failure.values[field];
  return Array.isArray(typed) ? typed : [];
}

export function tickOf(failure: Failure, field: string, stored: boolean): boolean {
  return failure ? failure.values[field] !== undefined && failure.values[field] !== '' : stored;
}

/** How many lines of a list are filled in: `interests.0.name`, `interests.1.name` … */
export function lineCount(failure: Failure, list: string, stored: number): number {
  if (!failure) return stored;
  const numbers = Object.entries(failure.values).flatMap(([name, value]) => {
    const [head, number] = name.split('.');
    return head === list && value !== '' ? [Number(number)] : [];
  });
  return Math.max(-1, ...numbers) + 1;
}
