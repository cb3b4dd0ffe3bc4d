/** A statement as an answer to a request, written while it is sent. */
import { attachment } from '$lib/server/http/attachment';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { inLocale } from '$lib/server/http/request-locale';
import type { StatementFile } from '../queries/statements';
import { statementCsv } from './statement-csv';
import { statementLines } from './statement-lines';
import { statementOptions, writeStatement } from './statement-pdf';

export function statementAnswer({ scope, facts, name }: StatementFile, format: 'csv' | 'pdf'): Response {
  if (format === 'pdf')
    return inLocale(facts.locale, () =>
      pdfAnswer(`${name}.pdf`, statementOptions(facts), (sheet) =>
        inLocale(facts.locale, () => writeStatement(sheet, facts, statementLines(scope))),
      ),
    );
  const pieces = statementCsv(statementLines(scope));
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: () => void pieces.return(undefined),
  });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': attachment(`${name}.csv`),
      'Cache-Control': 'private, no-store',
    },
  });
}
