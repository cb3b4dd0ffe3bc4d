/** How mission search grows: a typo, three filters and four facets at 10,000 documents against 1,000. */
import { performance } from 'node:perf_hooks';
import { EmbeddedEngine } from '../../src/lib/server/search/embedded-engine';
import type { IndexSettings, SearchDocument, SearchQuery } from '../../src/lib/server/search/search-port';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const MISSIONS: IndexSettings = {
  name: 'missions',
  searchable: [{ field: 'title', weight: 5 }, { field: 'summary', weight: 2 }, { field: 'body' }],
  filterable: {
    status: 'string',
    causes: 'string',
    skills: 'string',
    languages: 'string',
    country: 'string',
    hours: 'number',
  },
  facets: ['causes', 'skills', 'languages', 'country'],
  sortable: { hours: 'number' },
  geo: true,
  locales: ['en', 'fr', 'nl'],
};

const SYLLABLES =
  'reg ula tion pest cide envi ron ment law yer con sul pa per com plaint bud man doc clim mig ra da pri va li ti ga stra te gy'.split(
    ' ',
  );
const COMMON_WORDS = 60;
const ROUNDS = 400;
const WARM_UP = 100;
const REPEATS = 3;

export async function run(): Promise<Measure[]> {
  const random = seeded(20);
  const vocabulary = Array.from({ length: 6000 }, () =>
    Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES, random)).join(''),
  );
  const small = await engineWith(1_000, vocabulary);
  const large = await engineWith(10_000, vocabulary);

  const times: Record<'small' | 'large', number[]> = { small: [], large: [] };
  let found = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const query = aQuery(vocabulary, random);
    // In turn and the best of some, so that other work of the machine does not count.
    for (const [size, engine] of [
      ['small', small],
      ['large', large],
    ] as const) {
      let best = Infinity;
      let total = 0;
      for (let i = 0; i < REPEATS; i++) {
        const start = performance.now();
        total = (await engine.search('missions', query)).total;
        best = Math.min(best, performance.now() - start);
      }
      if (round >= 0) times[size].push(best);
      if (size === 'large') found += total;
    }
  }
  const [p95Small, p95Large] = [p95(times.small), p95(times.large)];
  return [
    {
      name: 'mission search, p95 at 10,000 documents against 1,000',
      ratio: p95Large / p95Small,
      limit: 5,
      direction: 'at most',
      detail: `${p95Large.toFixed(2)} ms against ${p95Small.toFixed(2)} ms; ${(found / (ROUNDS + WARM_UP)).toFixed(0)} found on average`,
    },
  ];
}

/** A word with a typo and a common one, three filters, four facets. */
function aQuery(vocabulary: string[], random: () => number): SearchQuery {
  const word = pickWord(
    vocabulary.filter(({ length }) => length >= 5),
    random,
  );
  const at = 1 + Math.floor(random() * (word.length - 2));
  return {
    text: `${word.slice(0, at)}x${word.slice(at + 1)} ${pick(vocabulary.slice(0, COMMON_WORDS), random)}`,
    filter: {
      and: [
        { field: 'status', eq: 'published' },
        { field: 'hours', lte: 30 },
      ],
    },
    selected: { causes: [`cause-${Math.floor(random() * 15)}`, `cause-${Math.floor(random() * 15)}`] },
    facets: ['causes', 'skills', 'languages', 'country'],
    offset: 0,
    limit: 20,
  };
}

async function engineWith(count: number, vocabulary: string[]): Promise<EmbeddedEngine> {
  const random = seeded(count);
  const some = (name: string, kinds: number, most: number): string[] =>
    Array.from({ length: 1 + Math.floor(random() * most) }, () => `${name}-${Math.floor(random() * kinds)}`);
  const text = (words: number): string => Array.from({ length: words }, () => pickWord(vocabulary, random)).join(' ');
  async function* documents(): AsyncIterable<SearchDocument[]> {
    for (let i = 0; i < count; i++) {
      yield [
        {
          id: `mission-${i}`,
          title: text(7),
          summary: text(25),
          body: text(80),
          status: random() < 0.8 ? 'published' : 'filled',
          causes: some('cause', 15, 3),
          skills: some('skill', 100, 5),
          languages: some('language', 24, 3),
          country: `country-${Math.floor(random() * 30)}`,
          hours: 1 + Math.floor(random() * 60),
        },
      ];
    }
  }
  const engine = new EmbeddedEngine();
  await engine.rebuild('missions', MISSIONS, documents());
  return engine;
}

function p95(times: number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

/** Few words are common and many are rare, as in any language. */
function pickWord(vocabulary: string[], random: () => number): string {
  return vocabulary[Math.floor(random() ** 2.5 * vocabulary.length)] ?? '';
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
}
