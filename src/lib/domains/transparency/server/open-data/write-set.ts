/** An open data set as text, piece by piece: CSV that no spreadsheet takes for a formula, or a JSON array. */
import { stringify } from 'csv-stringify/sync';
import type { OpenFormat } from '../../open-set';
import type { Row } from './open-sets';

/** A cell that begins like a formula is quoted with an apostrophe (OWASP, CSV injection). */
export function harmlessCell(value: string | number | null): string | number {
  if (value === null) return '';
  return typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

export async function* writeSet(rows: AsyncIterable<Row[]>, format: OpenFormat): AsyncGenerator<string> {
  let first = true;
  if (format === 'json') yield '[';
  for await (const batch of rows) {
    for (const row of batch) {
      if (format === 'json') yield `${first ? '\n' : ',\n'}${JSON.stringify(row)}`;
      else yield (first ? stringify([Object.keys(row)]) : '') + stringify([Object.values(row).map(harmlessCell)]);
      first = false;
    }
  }
  if (format === 'json') yield '\n]\n';
}
