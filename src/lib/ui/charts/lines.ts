/** Where lines run: in a box of 1000 by `height` that is stretched to the width of the screen. */
import { drawable } from './chart';
import type { ValueScale } from './scale';

export const LINE_BOX = 1000;

export interface Point {
  label: number;
  value: number;
  /** Percent of the width. */
  x: number;
  /** Pixels from the top. */
  y: number;
}

/** Where label `at` of `count` stands, in percent of the width; a single one stands in the middle. */
export function placeOf(at: number, count: number): number {
  const edge = 50 / Math.max(count, 1);
  return count <= 1 ? 50 : Math.round((edge + (at * (100 - 2 * edge)) / (count - 1)) * 1000) / 1000;
}

export function pointsOf(values: readonly (number | null)[], scale: ValueScale, height: number): Point[] {
  return values.flatMap((value, label) =>
    drawable(value)
      ? [
          {
            label,
            value,
            x: placeOf(label, values.length),
            y: Math.round((1 - scale.share(value)) * height * 100) / 100,
          },
        ]
      : [],
  );
}

/** An SVG path through the points; where a figure is missing the line has a gap, since nobody knows what was there. */
export function linePath(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const joined = index > 0 && points[index - 1]?.label === point.label - 1;
      return `${joined ? 'L' : 'M'}${Math.round(point.x * (LINE_BOX / 100) * 10) / 10} ${point.y}`;
    })
    .join('');
}

/** A marker of its own for each series, around 0 0: a circle, a square, a triangle, a diamond, a bar, a cross. */
const MARKERS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z',
  'M-3.5-3.5h7v7h-7Z',
  'M0-4.8L4.6 3.6H-4.6Z',
  'M0-5L5 0L0 5L-5 0Z',
  'M-5-2h10v4h-10Z',
  'M-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3Z',
] as const;

export function markerOf(series: number): string {
  return MARKERS[series % MARKERS.length] ?? MARKERS[0];
}

/** A line without axes in a box of 100 by 28: the last points of something, small enough to stand in a sentence. */
export function sparkPath(values: readonly number[]): { path: string; last: { x: number; y: number } | null } {
  const shown = values.filter((value) => Number.isFinite(value));
  if (shown.length === 0) return { path: '', last: null };
  const low = Math.min(...shown, 0);
  const high = Math.max(...shown);
  const points = shown.map((value, at) => ({
    x: shown.length === 1 ? 50 : Math.round((2 + (at * 94) / (shown.length - 1)) * 10) / 10,
    y: Math.round((high === low ? 24 : 25 - ((value - low) / (high - low)) * 22) * 10) / 10,
  }));
  const path = points.map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x} ${point.y}`).join('');
  return { path, last: points.at(-1) ?? null };
}
