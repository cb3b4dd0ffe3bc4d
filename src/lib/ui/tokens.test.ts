/** The colours of app.css can be read by day and by night, and the sheet stays small. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app.css', import.meta.url), 'utf8');
const monogram = readFileSync(new URL('./marks/Monogram.svelte', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';
const THEMES: Theme[] = ['light', 'dark'];

/** Every `--name: light-dark(#a, #b)` of a text, in order of appearance. */
function colours(text: string): [name: string, pair: Record<Theme, string>][] {
  return [...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  );
}

/** Relative luminance (WCAG 2.2). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

const tokens = new Map(colours(css));
function pair(name: string): Record<Theme, string> {
  const found = tokens.get(name);
  if (!found) throw new Error(`no colour --${name} in app.css`);
  return found;
}

describe.each(THEMES)('tokens by %s', (theme) => {
  const text: [string, string[]][] = [
    ['ink', ['paper', 'raised', 'sunken', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft', 'signal-soft']],
    ['muted', ['paper', 'raised', 'sunken', 'accent-soft', 'signal-soft', 'bad-soft', 'warn-soft', 'good-soft']],
    ['accent', ['paper', 'raised', 'sunken', 'accent-soft']],
    ['accent-strong', ['paper', 'raised', 'sunken', 'accent-soft']],
    ['on-accent', ['accent', 'accent-strong']],
    ['signal', ['paper', 'raised', 'sunken', 'signal-soft']],
    ['good', ['paper', 'raised', 'sunken', 'good-soft']],
    ['warn', ['paper', 'raised', 'sunken', 'warn-soft']],
    ['bad', ['paper', 'raised', 'sunken', 'bad-soft']],
  ];
  const cases = text.flatMap(([ink, grounds]) => grounds.map((ground) => [ink, ground] as const));

  it.each(cases)('%s on %s has a contrast of at least 4.5', (ink, ground) => {
    expect(contrast(pair(ink)[theme], pair(ground)[theme])).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['edge', 'focus'])('%s stands out from every ground by at least 3', (line) => {
    for (const ground of ['paper', 'raised', 'sunken']) {
      expect(contrast(pair(line)[theme], pair(ground)[theme])).toBeGreaterThanOrEqual(3);
    }
  });

  it('keeps the letters of every monogram readable on ground and pattern', () => {
    const tones = colours(monogram);
    expect(tones.length).toBe(18);
    for (let at = 0; at < tones.length; at += 3) {
      const [ground, pattern, letters] = tones.slice(at, at + 3).map(([, tone]) => tone[theme]);
      expect(contrast(letters ?? '', ground ?? '')).toBeGreaterThanOrEqual(4.5);
      expect(contrast(letters ?? '', pattern ?? '')).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('app.css', () => {
  it('is at most 4.5 kB compressed', () => {
    expect(gzipSync(css, { level: 9 }).length).toBeLessThanOrEqual(4500);
  });

  it('lets a test choose the theme and honours what the reader prefers', () => {
    for (const rule of ["[data-theme='dark']", 'prefers-reduced-motion', 'prefers-contrast', '@media print']) {
      expect(css).toContain(rule);
    }
  });

  it('offers six sizes of type and spaces on a grid of 4 px', () => {
    expect(new Set([...css.matchAll(/--size-(\d)/g)].map(([, size]) => size))).toEqual(
      new Set(['1', '2', '3', '4', '5', '6']),
    );
    const spaces = [...css.matchAll(/--space-\d: ([\d.]+)rem/g)].map(([, rem]) => Number(rem) * 16);
    expect(spaces.length).toBe(9);
    expect(spaces.filter((space) => space % 4 !== 0)).toEqual([]);
  });
});
