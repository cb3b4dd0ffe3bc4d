/** The index `volunteers`: for people who look for people, and for the candidates of a role. Causes and interests are not in it. */
import { op } from '$lib/server/mongo';
import { registerIndex } from '$lib/server/search-access';
import type { IndexSettings, SearchDocument } from '$lib/server/search/search-port';
import { LOCALES } from '$lib/shared/locale';
import { languageTokens } from '$lib/domains/skills/language';
import { currentSlugs, underHeirs, type SkillHeirs } from '$lib/domains/skills/graph';
import { levelTokens } from '$lib/domains/skills/skill';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import { skillWords } from '$lib/domains/skills/server/queries/skill-words';
import { DRAWS, drawsOf } from '../listing/daily-order';
import { hoursBand, workingLanguages } from '../listing/volunteer-filters';
import { Volunteers, type VolunteerDocument } from './volunteer.model';

export const VOLUNTEER_INDEX = 'volunteers';

const settings: IndexSettings = {
  name: VOLUNTEER_INDEX,
  searchable: [
    { field: 'name', weight: 10 },
    { field: 'headline', weight: 8 },
    { field: 'skill_words', weight: 6 },
    { field: 'bio', weight: 1 },
  ],
  filterable: {
    visibility: 'string',
    skill: 'string',
    /** Cumulative: `eu-law>=1`, `eu-law>=2`. */
    skill_level: 'string',
    language: 'string',
    /** The languages at B2 or better. */
    works_in: 'string',
    language_level: 'string',
    country: 'string',
    remote: 'boolean',
    track: 'string',
    hours: 'number',
    hours_band: 'string',
    available_from: 'number',
    available_until: 'number',
  },
  facets: ['skill', 'works_in', 'country', 'hours_band', 'track'],
  sortable: Object.fromEntries(DRAWS.map((draw) => [draw, 'number' as const])),
  geo: true,
  locales: [...LOCALES],
};

async function toDocuments(volunteers: VolunteerDocument[]): Promise<SearchDocument[]> {
  const heirs = await skillHeirs();
  const slugs = volunteers.flatMap((volunteer) => volunteer.skills.map((skill) => skill.slug));
  const [words, people] = await Promise.all([
    skillWords([...slugs, ...currentSlugs(slugs, heirs)]),
    personCards(volunteers.map((volunteer) => volunteer._id)),
  ]);
  return volunteers.map((volunteer) => toDocument(volunteer, people.get(volunteer._id)?.name ?? '', words, heirs));
}

function toDocument(
  volunteer: VolunteerDocument,
  name: string,
  words: ReadonlyMap<string, readonly string[]>,
  heirs: SkillHeirs,
): SearchDocument {
  // A retired skill is found as its heir, by the words of both.
  const skills = underHeirs(volunteer.skills, heirs);
  const named = new Set([...skills, ...volunteer.skills].map(({ slug }) => slug));
  return {
    id: volunteer._id,
    name,
    headline: volunteer.headline,
    bio: volunteer.bio,
    skill_words: [...named].flatMap((slug) => words.get(slug) ?? []),
    visibility: volunteer.visibility,
    skill: skills.map(({ slug }) => slug),
    skill_level: skills.flatMap(({ slug, level }) => levelTokens(slug, level)),
    language: volunteer.languages.map((language) => language.code),
    language_level: volunteer.languages.flatMap((language) => languageTokens(language.code, language.level)),
    works_in: workingLanguages(volunteer.languages),
    country: volunteer.country,
    remote: volunteer.remote,
    track: volunteer.track,
    hours: volunteer.hoursPerWeek,
    hours_band: hoursBand(volunteer.hoursPerWeek),
    ...drawsOf(volunteer._id),
    available_from: volunteer.availableFrom?.getTime() ?? null,
    available_until: volunteer.availableUntil?.getTime() ?? null,
    ...(volunteer.lat !== null && volunteer.lng !== null ? { _geo: { lat: volunteer.lat, lng: volunteer.lng } } : {}),
  };
}

async function load(ids: readonly string[]): Promise<SearchDocument[]> {
  return toDocuments(
    await Volunteers.find({ _id: op({ $in: [...ids] }), state: 'active' }).lean<VolunteerDocument[]>(),
  );
}

async function* all(): AsyncGenerator<SearchDocument[]> {
  for (let last = ''; ;) {
    const batch = await Volunteers.find({ _id: op({ $gt: last }), state: 'active' })
      .sort({ _id: 1 })
      .limit(1000)
      .lean<VolunteerDocument[]>();
    const end = batch.at(-1);
    if (!end) return;
    yield await toDocuments(batch);
    last = end._id;
  }
}

export function registerVolunteerIndex(): void {
  registerIndex({ settings, load, all });
}
