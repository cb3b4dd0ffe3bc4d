/** Puts together what the candidates page shows: the ranked list, names, and who was asked already. */
import type { CandidateView } from '$lib/domains/matching/components/candidate';
import type { Candidate } from '$lib/domains/matching/server/queries/ranked-candidates';
import { peopleInPlay } from '$lib/domains/engagements/server/queries/people-in-play';
import { labelIn } from '$lib/domains/skills/labels';
import { languageName } from '$lib/domains/skills/language';
import { cityName, countryName } from '$lib/domains/skills/place';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import type { Context } from '$lib/server/context';

/** Every skill that any reason may name. */
function slugsIn(candidates: readonly Candidate[]): string[] {
  return candidates.flatMap(({ criteria }) =>
    criteria.flatMap(({ reason: { params } }) => [
      ...('met' in params && 'below' in params
        ? [...params.met, ...params.below, ...params.missing].flatMap((each) => ('skill' in each ? [each.skill] : []))
        : []),
      ...('standIns' in params ? params.standIns.flatMap(({ held, needed }) => [held, needed]) : []),
    ]),
  );
}

export async function candidateViews(
  ctx: Context,
  of: { missionId: string; roleId: string },
  candidates: readonly Candidate[],
): Promise<{ views: CandidateView[]; labels: Record<string, string> }> {
  const personIds = candidates.map(({ volunteer }) => volunteer.id);
  const [labels, inPlay] = await Promise.all([
    skillLabels(ctx, slugsIn(candidates)),
    peopleInPlay(ctx, { ...of, personIds }),
  ]);
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
  return {
    views,
    labels: Object.fromEntries([...labels].map(([slug, each]) => [slug, labelIn(each.labels, ctx.locale)])),
  };
}
