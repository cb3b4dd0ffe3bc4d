/** The curated list as it comes with the programme: seed/reference/skills, one file per group, checked when loaded. */
import { z } from 'zod';
import communication from '../../../../../seed/reference/skills/communication.json';
import dataTech from '../../../../../seed/reference/skills/data-tech.json';
import design from '../../../../../seed/reference/skills/design.json';
import drafting from '../../../../../seed/reference/skills/drafting.json';
import euLaw from '../../../../../seed/reference/skills/eu-law.json';
import institutions from '../../../../../seed/reference/skills/institutions.json';
import litigation from '../../../../../seed/reference/skills/litigation.json';
import lobbying from '../../../../../seed/reference/skills/lobbying.json';
import organisation from '../../../../../seed/reference/skills/organisation.json';
import participation from '../../../../../seed/reference/skills/participation.json';
import policyAnalysis from '../../../../../seed/reference/skills/policy-analysis.json';
import research from '../../../../../seed/reference/skills/research.json';
import { escoUriSchema, SKILL_GROUPS, skillSlugSchema, type RelatedSkill, type SkillGroup } from '../skill';

const text = z.string().trim().min(2).max(120);
const rowSchema = z.strictObject({
  slug: skillSlugSchema,
  labels: z.strictObject({ en: text, fr: text, nl: text }),
  altLabels: z.strictObject({ en: z.array(text), fr: z.array(text), nl: z.array(text) }),
  escoUri: escoUriSchema.optional(),
  broader: z.array(skillSlugSchema),
  related: z.record(skillSlugSchema, z.number().gt(0).lt(1)),
});

export interface CuratedSkill {
  slug: string;
  group: SkillGroup;
  labels: { en: string; fr: string; nl: string };
  altLabels: { en: string[]; fr: string[]; nl: string[] };
  escoUri?: string | undefined;
  broader: string[];
  related: RelatedSkill[];
}

const files: Record<SkillGroup, unknown> = {
  'eu-law': euLaw,
  litigation,
  drafting,
  'policy-analysis': policyAnalysis,
  lobbying,
  institutions,
  research,
  'data-tech': dataTech,
  communication,
  design,
  participation,
  organisation,
};

/** @throws ZodError when a file of the list is not as it should be */
export function curatedSkills(): CuratedSkill[] {
  return SKILL_GROUPS.flatMap((group) =>
    z
      .array(rowSchema)
      .parse(files[group])
      .map((row) => ({
        ...row,
        group,
        related: Object.entries(row.related).map(([slug, fraction]) => ({ slug, fraction })),
      })),
  );
}
