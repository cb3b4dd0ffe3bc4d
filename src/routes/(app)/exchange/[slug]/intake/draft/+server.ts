/** Keeps what a broker is typing, while she types. */
import { keepDraftForm } from '$lib/domains/exchange/deal/intake-draft';
import { keepIntakeDraft } from '$lib/domains/exchange/server/commands/deals/keep-intake-draft';
import { jsonAnswer } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) =>
  jsonAnswer(event, async (ctx) => {
    const parsed = keepDraftForm.safeParse(await event.request.json().catch(() => null));
    if (!parsed.success) throw new AppError('invalid', 'error_invalid');
    await keepIntakeDraft(ctx, event.params.slug, parsed.data);
    return { kept: true };
  });
