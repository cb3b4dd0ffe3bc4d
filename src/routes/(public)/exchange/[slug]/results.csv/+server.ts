/** The registered deals of an edition as a file: organisations and promises, no people. */
import { stringify } from 'csv-stringify/sync';
import { resultRows } from '$lib/domains/exchange/server/queries/results';
import { guarded } from '$lib/server/boundary';
import { attachment } from '$lib/server/http/attachment';
import type { RequestHandler } from './$types';

const HEAD = [
  'number',
  'state',
  'leg',
  'giver',
  'receiver',
  'what',
  'category',
  'quantity',
  'unit',
  'period',
  'estimate_eur',
];

/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (CWE-1236). */
const OPTIONS = { escape_formulas: true, record_delimiter: '\r\n' } as const;

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const deals = await resultRows(ctx, event.params.slug);
    const rows = deals.flatMap(({ number, state, legs }) =>
      legs.map((leg, index) => [
        number,
        state,
        index + 1,
        ...[leg.giverName, leg.receiverName, leg.what, leg.category, leg.quantity, leg.unit, leg.period],
        leg.estimate,
      ]),
    );
    return new Response(stringify([HEAD, ...rows], OPTIONS), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8',
        'Content-Disposition': attachment(`${event.params.slug}.csv`),
      },
    });
  });
