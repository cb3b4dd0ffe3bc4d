/** Feeds the index `missions` from the database: these missions as they are now, or all of them. */
import { op } from '$lib/server/mongo';
import type { IndexSource } from '$lib/server/search-access';
import type { SearchDocument } from '$lib/server/search/search-port';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { currentSlugs } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { skillWords } from '$lib/domains/skills/server/queries/skill-words';
import { isWhole } from '../mission';
import { LISTED_STATES } from '../mission-state';
import { Missions, type MissionDocument } from './mission.model';
import { skillSlugsOf } from './mission.presenter';
import { MISSION_SETTINGS, toDocument } from './mission.search';

const BATCH = 500;
const FIELDS = { timeline: 0, deliverables: 0 } as const;
const listed = () => op({ $in: [...LISTED_STATES] });

async function documentsOf(missions: readonly MissionDocument[]): Promise<SearchDocument[]> {
  const whole = missions.filter(isWhole);
  const heirs = await skillHeirs();
  const slugs = whole.flatMap(skillSlugsOf);
  const [organisations, words] = await Promise.all([
    organisationCards(whole.map((mission) => mission.organisationId)),
    skillWords([...slugs, ...currentSlugs(slugs, heirs)]),
  ]);
  return whole.flatMap(
    (mission) => toDocument(mission, organisations.get(mission.organisationId), { words, heirs }) ?? [],
  );
}

async function* all(): AsyncGenerator<SearchDocument[]> {
  for (let last = ''; ;) {
    const batch = await Missions.find({ _id: op({ $gt: last }), state: listed() }, FIELDS)
      .sort({ _id: 1 })
      .limit(BATCH)
      .lean<MissionDocument[]>();
    const documents = await documentsOf(batch);
    if (documents.length > 0) yield documents;
    const end = batch.at(-1);
    if (!end || batch.length < BATCH) return;
    last = end._id;
  }
}

export const missionIndex: IndexSource = {
  settings: MISSION_SETTINGS,
  async load(ids) {
    const found = await Missions.find({ _id: op({ $in: [...ids] }), state: listed() }, FIELDS).lean<
      MissionDocument[]
    >();
    return documentsOf(found);
  },
  all,
};
