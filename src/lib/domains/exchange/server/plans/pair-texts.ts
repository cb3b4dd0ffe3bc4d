/** Reasons for pairs in the reader's language, with the names of skills looked up once for all of them. */
import { labelIn } from '$lib/domains/skills/labels';
import { skillGraph } from '$lib/domains/skills/server/queries/skill-graph';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { Context } from '$lib/server/context';
import { pairFit } from '../../agenda/pair-reasons';
import { pairWords, skillsOf, type FitWords } from '../../agenda/reason-words';
import { inLocale } from '$lib/server/http/request-locale';
import type { RegistrationDocument } from '../registration.model';

export type Party = Pick<RegistrationDocument, '_id' | 'name' | 'delegates' | 'items' | 'wishes'>;

/** For each pair, in its order: what the first gives the second and what comes back. */
export async function pairTexts(ctx: Context, pairs: readonly (readonly [Party, Party])[]): Promise<FitWords[][]> {
  const graph = await skillGraph(ctx);
  const fits = pairs.map(([one, other]) => pairFit(one, other, graph));
  const labels = await skillLabels(ctx, fits.flatMap(skillsOf));
  const nameOf = (slug: string) => {
    const found = labels.get(slug);
    return found ? labelIn(found.labels, ctx.locale) : slug;
  };
  return inLocale(ctx.locale, () =>
    fits.map((fit, at) => pairWords(fit, pairs[at]?.[0].name ?? '–', pairs[at]?.[1].name ?? '–', nameOf)),
  );
}
