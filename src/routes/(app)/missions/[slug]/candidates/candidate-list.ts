/** Puts together what the candidates page shows: the ranked list, names, and who was asked already. */
import type { CandidateView } from '$lib/domains/matching/components/candidate';
import { reasonLabels } from '$lib/domains/matching/server/queries/reason-labels';
import type { Candidate } from '$lib/domains/matching/server/queries/ranked-candidates';
import { peopleInPlay } from '$lib/domains/engagements/server/queries/people-in-play';
import { languageName } from '$lib/domains/skills/language';
import { cityName, countryName } from '$lib/domains/skills/place';
import type { Context } from '$lib/server/context';

export async function candidateViews(
  ctx: Context,
  of: { missionId: string; roleId: string },
  candidates: readonly Candidate[],
): Promise<{ views: CandidateView[]; labels: Record<string, string> }> {
  const personIds = candidates.map(({ volunteer }) => volunteer.id);
  const [labels, inPlay] = await Promise.all([reasonLabels(ctx, candidates), peopleInPlay(ctx, { ...of, personIds })]);
  const views = candidates.map(({ volunteer, score, band, criteria, shownToNgos }): CandidateView => {
    const { id, name, headline, citySlug, country, hoursPerWeek } = volunteer;
    const city = citySlug ? cityName(citySlug, ctx.locale) : '';
    const place = [city, country ? countryName(country, ctx.locale) : ''].filter(Boolean).join(', ');
    const languages = volunteer.languages.map(({ code, level }) => `${languageName(code, ctx.locale)} ${level}`);
    const known = inPlay.get(id);
    return {
      volunteer: { id, name, headline, place, hoursPerWeek, languages },
      score: Math.round(score * 100),
      band,
      criteria,
      shownToNgos,
      inPlay: known ? { kind: known.kind, applicationId: known.applicationId } : null,
    };
  });
  return { views, labels };
}
