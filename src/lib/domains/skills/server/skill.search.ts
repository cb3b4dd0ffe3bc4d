/** The index `skills`: labels in every language, with our alternative labels and those of ESCO. */
import { indexSources, registerIndex } from '$lib/server/search-access';
import { op } from '$lib/server/mongo';
import type { IndexSettings, SearchDocument } from '$lib/server/search/search-port';
import { LOCALES } from '$lib/shared/locale';
import { Skills, type SkillDocument } from './skill.model';

export const SKILL_INDEX = 'skills';

const settings: IndexSettings = {
  name: SKILL_INDEX,
  searchable: [
    { field: 'label_en', weight: 10 },
    { field: 'label_fr', weight: 10 },
    { field: 'label_nl', weight: 10 },
    { field: 'alt_en', weight: 4 },
    { field: 'alt_fr', weight: 4 },
    { field: 'alt_nl', weight: 4 },
    { field: 'alt_esco', weight: 1 },
  ],
  filterable: { source: 'string', group: 'string' },
  facets: [],
  sortable: {},
  geo: false,
  locales: [...LOCALES],
};

type Indexed = Pick<SkillDocument, '_id' | 'group' | 'labels' | 'altLabels' | 'source' | 'active' | 'esco'>;
const INDEXED = { group: 1, labels: 1, altLabels: 1, source: 1, active: 1, 'esco.altLabels': 1 } as const;

function toDocument(skill: Indexed): SearchDocument {
  return {
    id: skill._id,
    label_en: skill.labels.en,
    label_fr: skill.labels.fr ?? null,
    label_nl: skill.labels.nl ?? null,
    alt_en: skill.altLabels.en,
    alt_fr: skill.altLabels.fr,
    alt_nl: skill.altLabels.nl,
    alt_esco: skill.esco?.altLabels ?? [],
    source: skill.source,
    group: skill.group,
  };
}

async function load(ids: readonly string[]): Promise<SearchDocument[]> {
  const found = await Skills.find({ _id: op({ $in: [...ids] }), active: true }, INDEXED).lean<Indexed[]>();
  return found.map(toDocument);
}

const BATCH = 1000;

async function* all(): AsyncGenerator<SearchDocument[]> {
  for (let last = ''; ;) {
    const batch = await Skills.find({ _id: op({ $gt: last }), active: true }, INDEXED)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<Indexed[]>();
    if (batch.length > 0) yield batch.map(toDocument);
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end._id;
  }
}

export function registerSkillIndex(): void {
  if (!indexSources().some((source) => source.settings.name === SKILL_INDEX)) registerIndex({ settings, load, all });
}
