/** What filters and facets mean, written as plainly as possible: the measure for the engines. */
import fc from 'fast-check';
import type { Filter, SearchDocument } from '../../../src/lib/server/search/search-port';
import { AWKWARD } from './things';

type Choices = Record<string, (string | number)[]>;

const same = (value: unknown): unknown =>
  typeof value === 'string' ? value.trim().normalize('NFKD').toLowerCase() : value;

function valuesOf(document: SearchDocument, field: string): unknown[] {
  return [document[field] ?? []].flat().map(same);
}

export function passes(document: SearchDocument, filter: Filter): boolean {
  if ('and' in filter) return filter.and.every((part) => passes(document, part));
  if ('or' in filter) return filter.or.some((part) => passes(document, part));
  if ('not' in filter) return !passes(document, filter.not);
  if ('geo' in filter) {
    const place = document._geo as { lat: number; lng: number } | null | undefined;
    return !!place && roughDistanceM(place, filter.geo) <= filter.geo.radiusM;
  }
  const values = valuesOf(document, filter.field);
  if ('eq' in filter) return values.includes(same(filter.eq));
  if ('in' in filter) return filter.in.some((value) => values.includes(same(value)));
  if ('exists' in filter) return values.length > 0 === filter.exists;
  const { gte = -Infinity, lte = Infinity } = filter;
  return values.some((value) => Number(value) >= gte && Number(value) <= lte);
}

/** Choices come from addresses, so numbers and booleans may be written as text. */
export function passesChoices(document: SearchDocument, selected: Choices, except?: string): boolean {
  return Object.entries(selected).every(([field, choices]) => {
    if (field === except || choices.length === 0) return true;
    const values = valuesOf(document, field).map(String);
    return choices.some((choice) => values.includes(String(same(choice))));
  });
}

/** Counts by value in lower case, because an engine may show any of the spellings that count as one value. */
export function countValues(documents: SearchDocument[], field: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const document of documents) {
    for (const value of new Set(valuesOf(document, field))) counts[String(value)] = (counts[String(value)] ?? 0) + 1;
  }
  return counts;
}

/** By the angle between two vectors: another way than the engines' own. */
function roughDistanceM(a: { lat: number; lng: number }, b: { lat: number; lng: number }): number {
  const vector = ({ lat, lng }: { lat: number; lng: number }): [number, number, number] => {
    const [north, east] = [(lat * Math.PI) / 180, (lng * Math.PI) / 180];
    return [Math.cos(north) * Math.cos(east), Math.cos(north) * Math.sin(east), Math.sin(north)];
  };
  const [p, q] = [vector(a), vector(b)];
  return 6_371_000 * Math.acos(Math.min(1, p[0] * q[0] + p[1] * q[1] + p[2] * q[2]));
}

const tag = fc.constantFrom('climate', 'PRIVACY', 'Health Care', 'unheard-of', ...AWKWARD);
const status = fc.constantFrom('open', 'CLOSED', 'in review', '');
const hours = fc.constantFrom(-3, 0, 0.5, 1, 2, 8, 40, 1e6);
const field = fc.constantFrom('status', 'tags', 'levels', 'hours', 'remote');

const condition: fc.Arbitrary<Filter> = fc.oneof(
  status.map((eq) => ({ field: 'status', eq })),
  tag.map((eq) => ({ field: 'tags', eq })),
  fc.array(tag, { maxLength: 3 }).map((values) => ({ field: 'tags', in: values })),
  fc.boolean().map((eq) => ({ field: 'remote', eq })),
  fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }).map((values) => ({ field: 'levels', in: values })),
  hours.map((gte) => ({ field: 'hours', gte })),
  fc.integer({ min: 0, max: 5 }).map((lte) => ({ field: 'levels', lte })),
  fc.tuple(hours, hours).map(([gte, lte]) => ({ field: 'hours', gte, lte })),
  fc.tuple(field, fc.boolean()).map(([name, exists]) => ({ field: name, exists })),
  fc.constantFrom(5e4, 4e5, 2e6).map((radiusM) => ({ geo: { lat: 50.85, lng: 4.35, radiusM } })),
);

export const aFilter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { maxDepth: 4 },
    condition,
    condition,
    fc.array(tie('filter'), { maxLength: 3 }).map((and) => ({ and })),
    fc.array(tie('filter'), { maxLength: 3 }).map((or) => ({ or })),
    tie('filter').map((not) => ({ not })),
  ),
})).filter;

export const someChoices: fc.Arbitrary<Choices> = fc.record({
  status: fc.array(status, { maxLength: 2 }),
  tags: fc.array(tag, { maxLength: 3 }),
  levels: fc.array(fc.constantFrom<string | number>(1, 2, '3'), { maxLength: 2 }),
  remote: fc.array(fc.constantFrom('true', 'false'), { maxLength: 1 }),
});
