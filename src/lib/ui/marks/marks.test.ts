/** Marks are generated, so the same name must always give the same one, and every cause must have its own. */
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Monogram from './Monogram.svelte';
import ScoreBadge from './ScoreBadge.svelte';
import { drawingOf } from './causes';
import { initialsOf } from './initials';
import { monogramOf } from './monogram';

describe('initialsOf', () => {
  it.each([
    ['Zero Waste Flanders', 'ZF'],
    ['Ligue des droits numériques', 'LN'],
    ['Jean-Luc de la Tour', 'JT'],
    ['Amnistie', 'A'],
    ['Łódź Green Network', 'ŁN'],
    ['écologie sans frontières', 'ÉF'],
    ['', '?'],
    ['***', '?'],
  ])('of %j are %s', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('Monogram', () => {
  it('never changes for a name, however it is written', () => {
    expect(monogramOf('Zero Waste Flanders')).toEqual(monogramOf('Zero Waste Flanders'));
    expect(monogramOf('Café Europa').pattern).toBe(monogramOf('Cafe\u0301 Europa').pattern);
    const once = render(Monogram, { props: { name: 'Open Courts Initiative' } }).body;
    expect(render(Monogram, { props: { name: 'Open Courts Initiative' } }).body).toBe(once);
  });

  it('tells many organisations apart', () => {
    const names = Array.from({ length: 60 }, (_, index) => `Organisation ${index}`);
    const looks = new Set(names.map((name) => `${monogramOf(name).pattern} ${monogramOf(name).tone}`));
    expect(looks.size).toBeGreaterThan(24);
  });

  it('carries a name that is code as text', () => {
    expect(render(Monogram, { props: { name: '<script> alert' } }).body).not.toContain('<script');
  });
});

describe('CauseIcon', () => {
  const slugs =
    'climate nature animals food health consumers digital democracy human-rights migration equality disability work finance children'.split(
      ' ',
    );

  it('has a drawing for each of the fifteen causes', () => {
    const drawings = new Set(slugs.map(drawingOf));
    expect(drawings.size).toBe(15);
    expect(drawings.has(drawingOf('unheard-of'))).toBe(false);
  });

  it('gives a flag for names that every object has by birth', () => {
    expect(drawingOf('constructor')).toBe(drawingOf('unheard-of'));
  });
});

describe('ScoreBadge', () => {
  it.each([
    [140, '100 out of 100'],
    [-3, '0 out of 100'],
    [61.4, '61 out of 100'],
  ])('reads %d as %s', (score, words) => {
    expect(render(ScoreBadge, { props: { score } }).body).toContain(`aria-label="${words}"`);
  });
});
