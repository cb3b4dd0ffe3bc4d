/** Exact ranking of everyone for a role, against a bare scan of a typed array of the same length; and how it grows. */
import { performance } from 'node:perf_hooks';
import { bandOf, dailySeed } from '../../src/lib/domains/matching/ranking/bands';
import { rankByScore } from '../../src/lib/domains/matching/ranking/rank-volunteers';
import { compileVolunteers } from '../../src/lib/domains/matching/scoring/columns-builder';
import { compileRole } from '../../src/lib/domains/matching/scoring/compiled-role';
import { scoreAll } from '../../src/lib/domains/matching/scoring/scorer';
import { skillGraph } from '../../src/lib/domains/matching/scoring/skill-graph';
import type { VolunteerColumns } from '../../src/lib/domains/matching/scoring/volunteer-columns';
import { WEIGHTS } from '../../src/lib/domains/matching/weights';
import { SYNTHETIC_NOW, syntheticRoles, syntheticSkills, syntheticVolunteers } from '../matching/support/synthetic';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const ROLES = 30;
const ROUNDS = 25;
const TOP = 20;
const graph = skillGraph(syntheticSkills());
const roles = [...syntheticRoles(ROLES)];

/**
 * The bare scan: one pass over a Float64Array with one multiplication and one addition an element, the least that any
 * score of everyone could cost. It reads 8 bytes a volunteer; a ranking reads and writes about 20, and besides them the
 * lists of whoever has each skill, language and cause.
 */
function bareScan(values: Float64Array, factor: number): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) sum += (values[at] as number) * factor;
  return sum;
}

/** All there is to an exact ranking: the role made ready, everyone scored, the best of everyone found. */
function rank(columns: VolunteerColumns, at: number, room: Float64Array): number {
  const role = roles[at];
  if (role === undefined) return 0;
  const compiled = compileRole(role, { columns, graph, weights: WEIGHTS, now: SYNTHETIC_NOW });
  const scores = scoreAll(compiled, room);
  const seed = dailySeed(role.id, '2027-01-04');
  const [first = 0] = rankByScore(columns, scores, TOP, seed);
  return bandOf(scores[first] ?? 0);
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? NaN;

/** The median over the roles of the best of some rounds, in turn, so that other work of the machine does not count. */
function measure(people: number): { ranking: number; scan: number; bytes: number; bands: number } {
  const columns = compileVolunteers(syntheticVolunteers(people));
  const room = new Float64Array(people);
  const values = Float64Array.from({ length: people }, (_, at) => (at % 97) / 97);
  const ranking = Array.from({ length: ROLES }, () => Infinity);
  let scan = Infinity;
  let bands = 0;
  let sum = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let at = 0; at < ROLES; at++) {
      let start = performance.now();
      bands += rank(columns, at, room);
      ranking[at] = Math.min(ranking[at] ?? Infinity, performance.now() - start);
      start = performance.now();
      sum += bareScan(values, at + 1);
      scan = Math.min(scan, performance.now() - start);
    }
  }
  if (!(sum > 0)) throw new Error('the scan was optimised away');
  const { buffer } = columns.table.entries;
  const bytes = Object.values(columns)
    .concat(Object.values(columns.limited))
    .reduce<number>((total, column) => total + (ArrayBuffer.isView(column) ? column.byteLength : 0), buffer.byteLength);
  return { ranking: median(ranking), scan, bytes, bands: bands / (ROUNDS * ROLES) };
}

const ms = (value: number) => `${value.toFixed(2)} ms`;
const mb = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;

export function run(): Promise<Measure[]> {
  const small = measure(100_000);
  const large = measure(1_000_000);
  const memory = Math.round(process.memoryUsage().rss / 1_000_000);
  return Promise.resolve([
    {
      name: 'exact ranking of 100,000 volunteers against a bare scan of as many numbers',
      ratio: small.ranking / small.scan,
      limit: 25,
      direction: 'at most',
      detail: `${ms(small.ranking)} against ${ms(small.scan)}; ${ROLES} roles, top ${TOP}, best in band ${small.bands.toFixed(1)}`,
    },
    {
      name: 'exact ranking of 1,000,000 volunteers against 100,000',
      ratio: large.ranking / small.ranking,
      limit: 12,
      direction: 'at most',
      detail: `${ms(large.ranking)} against ${ms(small.ranking)}; columns of ${mb(large.bytes)} and ${mb(small.bytes)}, process ${memory} MB`,
    },
  ]);
}
