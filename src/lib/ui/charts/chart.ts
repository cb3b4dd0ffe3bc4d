/** What every chart is made of: series of figures over the same labels, and how their numbers are written. */
import { formatNumber } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';

export interface ChartSeries {
  label: string;
  /** One per label, from 0 up; null where there is no figure or it may not be shown (a group that is too small). */
  values: readonly (number | null)[];
}

/** Series that a reader can tell apart by pattern, marker and dash as well as by colour. */
export const CHART_TONES = 6;

/** How a series is drawn: its number from 1 to `CHART_TONES`. */
export function toneOf(index: number): number {
  return (index % CHART_TONES) + 1;
}

/** A value that can be drawn: finite and not negative. */
export function drawable(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

/** Values on bars, axes and in tables: at most one decimal, grouped as the reader's language does. */
export function chartNumber(value: number, locale: Locale): string {
  return formatNumber(value, locale, { maximumFractionDigits: Math.abs(value) < 1 ? 2 : 1 });
}

/** The sum of a stack at a label; null when a part of it is not shown, since the sum would then tell the part. */
export function totalAt(series: readonly ChartSeries[], at: number): number | null {
  const values = series.map((one) => one.values[at] ?? null);
  return values.every(drawable) ? values.reduce<number>((sum, value) => sum + (value ?? 0), 0) : null;
}

/**
 * Which of `count` labels are written along an axis: `narrow` on a phone (at most 5), `wide` from there (at most 12),
 * `none` never; they count from the last one, which readers look for first.
 */
export function labelRooms(count: number): ('narrow' | 'wide' | 'none')[] {
  const narrow = Math.max(Math.ceil(count / 5), 1);
  const step = Math.max(Math.ceil(count / 12), 1);
  // Whatever a phone shows is shown on wider screens too, so its step is a multiple of the wider one's.
  const few = Math.ceil(narrow / step) * step;
  return Array.from({ length: count }, (_, index) => {
    const back = count - 1 - index;
    return back % few === 0 ? 'narrow' : back % step === 0 ? 'wide' : 'none';
  });
}
