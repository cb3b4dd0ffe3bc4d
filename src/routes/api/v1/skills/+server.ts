/** `GET /api/v1/skills?q=antitr&locale=fr`: at most 20 skills as `[{ value, label, hint }]`, for the skill pickers. */
import { z } from 'zod';
import { findSkills, MAX_CHOICES } from '$lib/domains/skills/server/queries/find-skills';
import { jsonAnswer } from '$lib/server/boundary';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { LOCALES } from '$lib/shared/locale';
import type { RequestHandler } from './$types';

const parameters = z.strictObject({
  q: z.string().max(200).default(''),
  locale: z.enum(LOCALES).optional(),
  limit: z.coerce.number().int().min(1).max(MAX_CHOICES).default(MAX_CHOICES),
});

export const GET: RequestHandler = (event) => {
  let degraded = false;
  const answer = jsonAnswer(event, async (ctx) => {
    await takeFromLimit('searchByAddress', ctx.address);
    const given = parameters.safeParse(Object.fromEntries(event.url.searchParams));
    if (!given.success) throw new AppError('invalid', 'error_invalid');
    const { q, locale = ctx.locale, limit } = given.data;
    const found = await findSkills({ ...ctx, locale }, q, limit);
    degraded = found.degraded;
    return found.skills;
  });
  return answer.then((response) => {
    // The same for everyone: shared caches may keep it, but not what came while search was down.
    const kept = response.ok && !degraded && event.locals.ctx.actor === null;
    if (kept) response.headers.set('cache-control', 'public, max-age=300, stale-while-revalidate=3600');
    else response.headers.set('cache-control', 'no-store');
    return response;
  });
};
