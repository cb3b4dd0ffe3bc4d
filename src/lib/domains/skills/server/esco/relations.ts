/** Relations between ESCO skills, from the two optional files, as broader and related slugs. */
import type { RelatedSkill } from '../../skill';
import type { EscoFile } from './esco-file';

export const RELATION_COLUMNS = ['originalSkillUri', 'relationType', 'relatedSkillUri'] as const;
export const BROADER_COLUMNS = ['conceptType', 'conceptUri', 'broaderType', 'broaderUri'] as const;

/** The share of credit of a skill that ESCO calls essential to another, or optional. */
const FRACTIONS: Record<string, number> = { essential: 0.5, optional: 0.3 };
const SKILL = 'KnowledgeSkillCompetence';
const MAX_LINKS = 60;

export interface EscoLinks {
  broader: string[];
  related: RelatedSkill[];
}

export interface SkippedRow {
  file: string;
  line: number;
  reason: string;
}

/** What the files say, by slug; null for a file that was not given. */
export interface ReadLinks {
  related: Map<string, RelatedSkill[]> | null;
  broader: Map<string, string[]> | null;
  skipped: SkippedRow[];
  /** Rows of the broader file that place a skill in one of ESCO's own groups, for which we have ours. */
  aboutGroups: number;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key) ?? [];
  if (list.length < MAX_LINKS) list.push(value);
  map.set(key, list);
}

export async function readLinks(
  relations: EscoFile | null,
  broader: EscoFile | null,
  slugs: ReadonlyMap<string, string>,
): Promise<ReadLinks> {
  const links: ReadLinks = {
    related: relations ? new Map() : null,
    broader: broader ? new Map() : null,
    skipped: [],
    aboutGroups: 0,
  };
  if (relations && links.related) {
    for await (const { line, values, problem } of relations.rows()) {
      const fraction = FRACTIONS[values?.['relationType'] ?? ''];
      const slug = slugs.get(values?.['originalSkillUri'] ?? '');
      const other = slugs.get(values?.['relatedSkillUri'] ?? '');
      const reason =
        problem ?? (fraction === undefined ? 'unknown kind of relation' : !slug || !other ? 'unknown skill' : null);
      if (reason !== null) links.skipped.push({ file: relations.name, line, reason });
      else if (slug && other && slug !== other) append(links.related, slug, { slug: other, fraction: fraction ?? 0 });
    }
  }
  if (broader && links.broader) {
    for await (const { line, values, problem } of broader.rows()) {
      if (!problem && (values?.['conceptType'] !== SKILL || values['broaderType'] !== SKILL)) {
        links.aboutGroups++;
        continue;
      }
      const slug = slugs.get(values?.['conceptUri'] ?? '');
      const wider = slugs.get(values?.['broaderUri'] ?? '');
      const reason = problem ?? (!slug || !wider ? 'unknown skill' : null);
      if (reason !== null) links.skipped.push({ file: broader.name, line, reason });
      else if (slug && wider && slug !== wider) append(links.broader, slug, wider);
    }
  }
  return links;
}
