/** The fields of a form on the page as they stand now, by name. Runs in the browser only. */
import type { FormValues } from './form-values';

export function readForm(form: HTMLFormElement): FormValues {
  const values: FormValues = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    if (!name.endsWith('[]')) {
      values[name] = value;
      continue;
    }
    const list = name.slice(0, -2);
    const known = values[list];
    values[list] = [...(Array.isArray(known) ? known : []), ...(value === '' ? [] : [value])];
  }
  return values;
}
