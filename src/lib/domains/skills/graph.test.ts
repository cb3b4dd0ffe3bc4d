/** What counts in part for what. */
import { describe, expect, it } from 'vitest';
import {
  BROADER_FRACTION,
  buildSkillGraph,
  currentSlugs,
  everySlug,
  heirsOf,
  NARROWER_FRACTION,
  underHeirs,
} from './graph';

const node = (slug: string, broader: string[] = [], related: Record<string, number> = {}) => ({
  slug,
  broader,
  related: Object.entries(related).map(([other, fraction]) => ({ slug: other, fraction })),
});

describe('the graph of skills', () => {
  it('gives a relation to both sides when only one names it', () => {
    const graph = buildSkillGraph([node('a', [], { b: 0.5 }), node('b')]);
    expect(graph.get('a')).toEqual([{ slug: 'b', fraction: 0.5 }]);
    expect(graph.get('b')).toEqual([{ slug: 'a', fraction: 0.5 }]);
  });

  it('lets each side keep its own fraction', () => {
    const graph = buildSkillGraph([node('a', [], { b: 0.5 }), node('b', [], { a: 0.2 })]);
    expect(graph.get('b')).toEqual([{ slug: 'a', fraction: 0.2 }]);
  });

  it('credits a speciality more for its field than the field for the speciality', () => {
    const graph = buildSkillGraph([node('competition-law', ['eu-law']), node('eu-law')]);
    expect(graph.get('eu-law')).toEqual([{ slug: 'competition-law', fraction: NARROWER_FRACTION }]);
    expect(graph.get('competition-law')).toEqual([{ slug: 'eu-law', fraction: BROADER_FRACTION }]);
  });

  it('treats a replaced skill as the same one', () => {
    const graph = buildSkillGraph([{ ...node('old'), replacedBy: 'new' }, node('new')]);
    expect(graph.get('new')).toEqual([{ slug: 'old', fraction: 1 }]);
    expect(graph.get('old')).toEqual([{ slug: 'new', fraction: 1 }]);
  });

  it('sorts by fraction, then by slug, and ignores what it does not know', () => {
    const graph = buildSkillGraph([
      node('a', [], { z: 0.3, b: 0.3, c: 0.9, ghost: 1, a: 1 }),
      node('b'),
      node('c'),
      node('z'),
    ]);
    expect(graph.get('a')?.map((neighbour) => neighbour.slug)).toEqual(['c', 'b', 'z']);
    expect(graph.has('ghost')).toBe(false);
  });
});

describe('heirs', () => {
  const heirs = heirsOf([
    { slug: 'canals', replacedBy: 'rivers' },
    { slug: 'rivers', replacedBy: 'waters' },
    { slug: 'waters', replacedBy: null },
  ]);

  it('are followed to the skill that is in use', () => {
    expect([...heirs]).toEqual([
      ['canals', 'waters'],
      ['rivers', 'waters'],
    ]);
  });

  it('leave a circle alone', () => {
    const round = [
      { slug: 'a', replacedBy: 'b' },
      { slug: 'b', replacedBy: 'a' },
      { slug: 'c', replacedBy: 'a' },
    ];
    expect(heirsOf(round).size).toBe(0);
  });

  it('take the higher level where two skills became one, and keep the order and everything else', () => {
    const skills = [
      { slug: 'law', level: 1, note: 'kept' },
      { slug: 'canals', level: 2 },
      { slug: 'waters', level: 3 },
      { slug: 'rivers', level: 1 },
    ];
    expect(underHeirs(skills, heirs)).toEqual([
      { slug: 'law', level: 1, note: 'kept' },
      { slug: 'waters', level: 3 },
    ]);
  });
});

it('finds a skill by every name it has had, and says the one in use', () => {
  const heirs = new Map([
    ['canals', 'waters'],
    ['rivers', 'waters'],
    ['tithes', 'taxes'],
  ]);
  expect(currentSlugs(['canals', 'rivers', 'eu-law'], heirs)).toEqual(['waters', 'eu-law']);
  for (const slug of ['canals', 'rivers', 'waters'])
    expect(everySlug([slug], heirs).toSorted()).toEqual(['canals', 'rivers', 'waters']);
  expect(everySlug(['eu-law'], heirs)).toEqual(['eu-law']);
  expect([currentSlugs([], heirs), everySlug([], heirs)]).toEqual([[], []]);
});
