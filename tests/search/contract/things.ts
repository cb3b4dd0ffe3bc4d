/** The index and the documents that the contract is checked with. */
import fc from 'fast-check';
import type { IndexSettings, SearchDocument } from '../../../src/lib/server/search/search-port';

export const THINGS: IndexSettings = {
  name: 'things',
  searchable: [{ field: 'title', weight: 5 }, { field: 'summary' }, { field: 'tags' }],
  filterable: { status: 'string', tags: 'string', levels: 'number', hours: 'number', remote: 'boolean' },
  facets: ['status', 'tags', 'levels', 'remote'],
  sortable: { hours: 'number', title: 'string' },
  geo: true,
  synonyms: { eci: ['european citizens initiative'] },
  locales: ['en', 'fr', 'nl'],
};

/** Values that would break out of a filter expression that is not escaped. */
export const AWKWARD = [
  'say "hi"',
  "it's",
  'back\\slash',
  'quote\\"d',
  'trailing\\',
  'x"] OR status EXISTS OR tags IN ["',
  'line\nbreak',
  'NULL',
  '_geoRadius(0, 0, 1)',
  'été 🦀',
];

const TAGS = ['climate', 'Privacy', 'health care', 'digital-rights', ...AWKWARD];
const STATUSES = ['open', 'Closed', 'in review'];
const WORDS = [
  'amendment',
  'brief',
  'complaint',
  'pesticide',
  'regulation',
  'hearing',
  'ombudsman',
  'position',
  'paper',
];

const text = (words: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: words }).map((list) => list.join(' '));
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 4 });

export const aThing: fc.Arbitrary<Omit<SearchDocument, 'id'>> = fc.record({
  title: text(3),
  summary: maybe(text(8)),
  status: maybe(fc.constantFrom(...STATUSES)),
  tags: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }),
  levels: fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }),
  hours: maybe(fc.constantFrom(-3, 0, 0.5, 2, 8, 40, 1e6)),
  remote: maybe(fc.boolean()),
  _geo: maybe(
    fc.record({
      lat: fc.double({ min: 35, max: 60, noNaN: true }),
      lng: fc.double({ min: -10, max: 30, noNaN: true }),
    }),
  ),
});

/** The same ones every time. */
export function someThings(count: number): SearchDocument[] {
  return fc.sample(aThing, { numRuns: count, seed: 7 }).map((thing, i) => ({ ...thing, id: `thing-${i}` }));
}
