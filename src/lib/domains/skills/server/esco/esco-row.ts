/** One row of the skills file: the concept it describes, or why it is not used. */
import { createHash } from 'node:crypto';
import { ESCO_URI, slugFrom } from '../../skill';

/** Columns of skills_en.csv that the import reads. */
export const SKILL_COLUMNS = [
  'conceptType',
  'conceptUri',
  'skillType',
  'preferredLabel',
  'altLabels',
  'status',
  'description',
] as const;

export interface EscoSkill {
  uri: string;
  label: string;
  altLabels: string[];
  description: string;
  kind: 'knowledge' | 'skill' | null;
  hash: string;
}

export type SkipReason = 'not a skill' | 'not released' | 'no label' | 'label too long' | 'no ESCO address';

const MAX_LABEL = 200;
const MAX_ALT_LABELS = 100;
const MAX_DESCRIPTION = 4000;

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

export function readSkill(values: Record<string, string>): EscoSkill | SkipReason {
  if (values['conceptType'] !== 'KnowledgeSkillCompetence') return 'not a skill';
  if (values['status'] !== 'released') return 'not released';
  const uri = (values['conceptUri'] ?? '').trim();
  if (!ESCO_URI.test(uri)) return 'no ESCO address';
  const label = oneLine(values['preferredLabel'] ?? '');
  if (label === '') return 'no label';
  if (label.length > MAX_LABEL) return 'label too long';
  const alternatives = (values['altLabels'] ?? '').split('\n').map(oneLine);
  const altLabels = [...new Set(alternatives)]
    .filter((text) => text !== '' && text.length <= MAX_LABEL && text !== label)
    .slice(0, MAX_ALT_LABELS);
  const description = (values['description'] ?? '').trim().slice(0, MAX_DESCRIPTION);
  const type = values['skillType'];
  const kind = type === 'knowledge' ? 'knowledge' : type === 'skill/competence' ? 'skill' : null;
  const hash = fingerprint([label, altLabels, description, kind]);
  return { uri, label, altLabels, description, kind, hash };
}

/** 16 hexadecimal digits of a SHA-256: enough to see that something changed. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 16);
}

/** Readable and the same on every installation: words of the label and the beginning of the concept's identifier. */
export function escoSlug(skill: Pick<EscoSkill, 'uri' | 'label'>): string {
  const identifier = skill.uri.slice(skill.uri.lastIndexOf('/') + 1);
  const suffix = /^[0-9a-f]{8}-/.test(identifier) ? identifier.slice(0, 8) : fingerprint(skill.uri).slice(0, 8);
  return `${slugFrom(skill.label, 60) || 'skill'}-${suffix}`;
}
