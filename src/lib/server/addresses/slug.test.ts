import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slugify } from './slug';

describe('a name as a path segment', () => {
  it.each([
    ['L’eau à tous', 'l-eau-a-tous'],
    ['Fælles Fjord', 'faelles-fjord'],
    ['Łódź bez smogu', 'lodz-bez-smogu'],
    ['Straße & Schiene', 'strasse-schiene'],
    ['Ανοιχτή Θάλασσα', 'anoichti-thalassa'],
    ['Чиста вода', 'chista-voda'],
    ['2026/1234(COD)', '2026-1234-cod'],
    ['EuroWatch', 'eurowatch'],
    ['•', 'untitled'],
    ['', 'untitled'],
  ])('%s', (name, expected) => {
    expect(slugify(name)).toBe(expected);
  });

  it('ends at a letter or a digit when it is cut', () => {
    expect(slugify(`${'a'.repeat(59)} b`)).toBe('a'.repeat(59));
  });

  it('is one path segment whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        expect(slugify(name)).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
        expect(slugify(name).length).toBeLessThanOrEqual(60);
      }),
    );
  });
});
