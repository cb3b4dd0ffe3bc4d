/** A statement of an employer as a file: /employer/…/statements/2026.pdf, for one person with ?person=. */
import { employerStatement, statementFileOf } from '$lib/domains/programmes/server/queries/statements';
import { statementAnswer } from '$lib/domains/programmes/server/statements/statement-answer';
import { guarded } from '$lib/server/boundary';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const { year, format } = statementFileOf(event.params.file);
    const personId = event.url.searchParams.get('person');
    return statementAnswer(await employerStatement(ctx, event.params.slug, { year, personId }), format);
  });
