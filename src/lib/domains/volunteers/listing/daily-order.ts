/**
 * The order of the list when nobody searches: drawn anew each day, so that nobody is always first. Each volunteer carries
 * a few fixed numbers drawn from her id; the day says which of them counts, and in which direction. Pure.
 */
import { DAY } from '$lib/shared/dates';

export const DRAWS = ['draw_0', 'draw_1', 'draw_2', 'draw_3', 'draw_4', 'draw_5', 'draw_6'] as const;
export type Draw = (typeof DRAWS)[number];

/** FNV-1a, finished as in MurmurHash so that neighbouring ids land far apart. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

export function drawsOf(id: string): Record<Draw, number> {
  return Object.fromEntries(DRAWS.map((draw) => [draw, hash(`${draw}:${id}`)])) as Record<Draw, number>;
}

/** Fourteen orders: after a week the same ones come backwards. */
export function orderOfDay(now: Date): { field: Draw; dir: 'asc' | 'desc' } {
  const day = Math.floor(now.getTime() / DAY);
  const field = DRAWS[day % DRAWS.length] ?? 'draw_0';
  return { field, dir: Math.floor(day / DRAWS.length) % 2 === 0 ? 'asc' : 'desc' };
}
