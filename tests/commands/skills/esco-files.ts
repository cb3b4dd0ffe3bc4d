/** ESCO files for tests: the official columns, invented concepts. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';

export const COMPETITION_URI = 'http://data.europa.eu/esco/skill/ce5598ec-5ca4-4f3e-92a2-c55c90ce6038';
const folder = mkdtempSync(join(tmpdir(), 'esco-test-'));
let files = 0;

export interface EscoConcept {
  conceptUri: string;
  preferredLabel: string;
  altLabels?: string;
  conceptType?: string;
  skillType?: string;
  status?: string;
  description?: string;
}

/** The address of an invented concept: the same number gives the same one. */
export function uri(number: number): string {
  return `http://data.europa.eu/esco/skill/${number.toString(16).padStart(8, '0')}-0000-4000-8000-000000000000`;
}

export function writeFile(content: string | Buffer): string {
  const path = join(folder, `skills-${++files}.csv`);
  writeFileSync(path, content);
  return path;
}

export function skillsFile(concepts: EscoConcept[]): string {
  const columns = [
    'conceptType',
    'conceptUri',
    'skillType',
    'reuseLevel',
    'preferredLabel',
    'altLabels',
    'hiddenLabels',
    'status',
    'modifiedDate',
    'scopeNote',
    'definition',
    'inScheme',
    'description',
  ];
  const rows = concepts.map((concept) => ({
    conceptType: 'KnowledgeSkillCompetence',
    skillType: 'skill/competence',
    status: 'released',
    description: `About ${concept.preferredLabel}.`,
    ...concept,
  }));
  return writeFile(stringify(rows, { header: true, columns, record_delimiter: 'windows' }));
}

export function relationsFile(rows: [original: string, type: string, related: string][]): string {
  const header = 'originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri';
  return writeFile([header, ...rows.map(([a, type, b]) => `${a},knowledge,${type},knowledge,${b}`)].join('\n'));
}

export function broaderFile(rows: [type: string, uri: string, broaderType: string, broader: string][]): string {
  return writeFile(['conceptType,conceptUri,broaderType,broaderUri', ...rows.map((row) => row.join(','))].join('\n'));
}

/** `count` concepts with several alternative labels each, as large as the real list. */
export function manyConcepts(count: number): EscoConcept[] {
  const verbs = ['manage', 'operate', 'develop', 'assess', 'advise on', 'maintain', 'design', 'monitor'];
  const things = ['turbines', 'archives', 'vineyards', 'contracts', 'harbours', 'textiles', 'orchestras', 'clinics'];
  return Array.from({ length: count }, (_, number) => {
    const verb = verbs[number % verbs.length] ?? '';
    const thing = things[Math.floor(number / verbs.length) % things.length] ?? '';
    const label = `${verb} ${thing} of kind ${number}`;
    const altLabels = [
      `${thing} ${number}`,
      `to ${verb} ${thing}`,
      `${thing} work ${number}`,
      `${verb}ing ${number}`,
    ].join('\n');
    return { conceptUri: uri(number), preferredLabel: label, altLabels };
  });
}
