/** One's own statement as a file: /my-employer/statement/2026.pdf. */
import { ownStatement, statementFileOf } from '$lib/domains/programmes/server/queries/statements';
import { statementAnswer } from '$lib/domains/programmes/server/statements/statement-answer';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const { year, format } = statementFileOf(event.params.file);
    return statementAnswer(await ownStatement(ctx, year), format);
  });
