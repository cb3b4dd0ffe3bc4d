/** What a refused form gives back, field by field, as the inputs take it. */

interface Refused {
  values?: Record<string, string | string[]>;
}

/** The text that was typed in a field, or `otherwise` when the form was not refused. */
export function textOf(form: Refused | null | undefined, field: string, otherwise = ''): string {
  const value = form?.values?.[field];
  return typeof value === 'string' ? value : otherwise;
}
