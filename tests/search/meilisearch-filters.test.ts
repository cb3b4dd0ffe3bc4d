/** Filters for Meilisearch mean, read back by its grammar, what was asked; whatever the values hold. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFilter } from '../../src/lib/server/search/meilisearch/render-filter';
import { checkFilter, type Condition } from '../../src/lib/server/search/rules/check-filter';
import { aFilter } from './contract/brute-force';
import { THINGS } from './contract/things';
import { parseFilter } from './stand-in/parse-filter';

const anyText = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom('"', "'", '\\', ' ', ']', '(', 'AND', '\n', '€'),
      fc.string({ minLength: 1, maxLength: 1 }),
    ),
  })
  .filter((text) => !/\p{Surrogate}/u.test(text) && text.length < 100);
const anyNumber = fc.double({ noNaN: true, noDefaultInfinity: true });

function render(filter: unknown): string {
  const checked = checkFilter(THINGS, filter);
  return typeof checked === 'boolean' ? String(checked) : renderFilter(checked);
}

describe('filters for Meilisearch', () => {
  it.each([
    [{ field: 'status', eq: 'open' }, 'status IN ["open"]'],
    [{ field: 'tags', in: ['say "hi"', 'back\\slash'] }, 'tags IN ["say \\"hi\\"", "back\\\\slash"]'],
    [{ field: 'remote', eq: true }, 'remote IN ["true"]'],
    [{ field: 'hours', gte: 1, lte: 2.5 }, 'hours 1 TO 2.5'],
    [{ field: 'hours', gte: -3 }, 'hours >= -3'],
    [{ field: 'hours', lte: 1e21 }, 'hours <= 1e21'],
    [{ field: 'tags', exists: false }, 'NOT (tags EXISTS)'],
    [{ geo: { lat: 50.85, lng: 4.35, radiusM: 5000 } }, '_geoRadius(50.85, 4.35, 5000)'],
    [
      {
        and: [
          {
            or: [
              { field: 'hours', eq: 2 },
              { field: 'status', eq: 'x' },
            ],
          },
          { not: { field: 'levels', eq: 1 } },
        ],
      },
      '((hours IN [2] OR status IN ["x"]) AND NOT (levels IN [1]))',
    ],
    [{ and: [{ or: [] }, { field: 'hours', eq: 2 }] }, 'false'],
    [{ not: { field: 'tags', in: [] } }, 'true'],
  ])('%j', (filter, expected) => {
    expect(render(filter)).toBe(expected);
  });

  it('are read back as they were', () => {
    fc.assert(
      fc.property(aFilter, (filter) => {
        const checked = checkFilter(THINGS, filter);
        if (typeof checked === 'boolean') return;
        expect(flatten(checkFilter(THINGS, parseFilter(renderFilter(checked))) as Condition)).toEqual(flatten(checked));
      }),
      { numRuns: 500 },
    );
  });

  it('keep any text as it is', () => {
    fc.assert(
      fc.property(
        fc.array(
          anyText.filter((text) => text.trim() !== ''),
          { minLength: 1 },
        ),
        (values) => {
          expect(parseFilter(render({ field: 'tags', in: values }))).toEqual({ field: 'tags', in: values });
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('keep any number as it is', () => {
    fc.assert(
      fc.property(anyNumber, (number) => {
        expect(parseFilter(render({ field: 'hours', gte: number }))).toEqual({ field: 'hours', gte: number + 0 });
      }),
    );
  });
});

/** Brackets within the same operator are lost in reading, as they mean nothing. */
function flatten(condition: Condition): unknown {
  if (condition.kind === 'not') return { not: flatten(condition.part) };
  if (condition.kind !== 'and' && condition.kind !== 'or') return condition;
  return { [condition.kind]: condition.parts.map(flatten) };
}
