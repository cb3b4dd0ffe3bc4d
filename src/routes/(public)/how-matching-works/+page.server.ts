/** The weights in force, an example that the reader changes, and how evenly visibility was given out. */
import { explainPair } from '$lib/domains/matching/explaining/explain-match';
import { fairnessFigures } from '$lib/domains/matching/server/exposure/exposure';
import { scoringParts } from '$lib/domains/matching/server/queries/scoring-context';
import { CRITERIA, versionsOfWeights, WEIGHTS } from '$lib/domains/matching/weights';
import { EXAMPLE_SKILLS, examplePerson, exampleRole, exampleVolunteer } from '$lib/domains/matching/worked-example';
import { labelIn } from '$lib/domains/skills/labels';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const person = examplePerson(event.url.searchParams);
    const [parts, labels, fairness] = await Promise.all([
      scoringParts(ctx),
      skillLabels(ctx, EXAMPLE_SKILLS),
      fairnessFigures(),
    ]);
    const { score, criteria } = explainPair(exampleRole(parts.now), exampleVolunteer(person), parts);
    return {
      title: m.match_how(),
      description: m.match_how_lead(),
      weights: {
        version: WEIGHTS.version,
        points: CRITERIA.map((criterion) => ({ criterion, points: WEIGHTS.points[criterion] })),
      },
      versions: versionsOfWeights(),
      person,
      score: Math.round(score * 100),
      criteria,
      labels: Object.fromEntries([...labels].map(([slug, each]) => [slug, labelIn(each.labels, ctx.locale)])),
      fairness,
    };
  });
