/** A statement as CSV: one line for each entry, and the totals at the end. No cell is taken for a formula (CWE-1236). */
import { stringify } from 'csv-stringify/sync';
import type { SponsoredEntry } from './entry.model';

const HEAD = [
  'date',
  'person',
  'team',
  'role',
  'mission',
  'organisation',
  'kind',
  'time',
  'verified_minutes',
  'minutes',
  'hours',
  'rate_eur_per_hour',
  'rate_country',
  'rate_year',
  'rate_source',
  'value_eur',
  'verified_by',
  'verified_at',
  'entry',
] as const;
const OPTIONS = { escape_formulas: true, record_delimiter: '\r\n' } as const;

const hours = (minutes: number) => (minutes / 60).toFixed(2);
const euro = (cents: number) => (cents / 100).toFixed(2);

export async function* statementCsv(lines: AsyncIterable<SponsoredEntry>): AsyncGenerator<string> {
  yield stringify([[...HEAD]], OPTIONS);
  const total = { minutes: 0, value: 0 };
  for await (const line of lines) {
    total.minutes += line.minutes;
    total.value += line.value;
    yield stringify(
      [
        [
          line.day,
          line.personName,
          line.team,
          line.roleTitle,
          line.missionTitle ?? '',
          line.ngoName ?? '',
          line.kind,
          // Own time is in no statement: every line is the employer's.
          'sponsored',
          line.ofMinutes,
          line.minutes,
          hours(line.minutes),
          euro(line.rate.cents),
          line.rate.country,
          line.rate.year,
          line.rate.source,
          euro(line.value),
          line.ngoName === null ? '' : line.verifiedByName,
          line.verifiedAt.toISOString(),
          line._id,
        ],
      ],
      OPTIONS,
    );
  }
  const gap = (count: number) => Array.from({ length: count }, () => '');
  yield stringify(
    [['TOTAL', ...gap(8), total.minutes, hours(total.minutes), ...gap(4), euro(total.value), ...gap(3)]],
    OPTIONS,
  );
}
