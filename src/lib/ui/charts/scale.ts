/** The scale of values: from zero to a round number, with a few round ticks (d3-scale). */
import { scaleLinear } from 'd3-scale';
import { drawable, totalAt, type ChartSeries } from './chart';

export interface ValueScale {
  /** The round number at the far end of the axis; never 0. */
  max: number;
  ticks: number[];
  /** Where a value lies between 0 (nothing) and 1 (`max`); what lies beyond is kept at the edge. */
  share: (value: number) => number;
}

/** A scale for values up to `max`. Whole numbers get whole ticks: there is no half person. */
export function valueScale(max: number, whole: boolean, count = 4): ValueScale {
  const top = Number.isFinite(max) && max > 0 ? max : 1;
  const scale = scaleLinear().domain([0, top]).nice(count).range([0, 1]).clamp(true);
  const ticks = scale.ticks(count).filter((tick) => !whole || Number.isInteger(tick));
  return { max: scale.domain()[1] ?? top, ticks, share: (value) => scale(value) };
}

/** The largest value to be drawn: of a stack its height, otherwise that of one series. */
export function largestOf(series: readonly ChartSeries[], stacked: boolean): number {
  const count = Math.max(...series.map((one) => one.values.length), 0);
  const at = Array.from({ length: count }, (_, index) => {
    const values = series.map((one) => one.values[index]).filter(drawable);
    return stacked ? values.reduce((sum, value) => sum + value, 0) : Math.max(...values, 0);
  });
  return Math.max(...at, 0);
}

export function areWhole(series: readonly ChartSeries[]): boolean {
  return series.every((one) => one.values.every((value) => value === null || Number.isInteger(value)));
}

export function scaleFor(series: readonly ChartSeries[], stacked: boolean, max?: number): ValueScale {
  return valueScale(Math.max(max ?? 0, largestOf(series, stacked)), areWhole(series));
}

/** True when no figure at all is greater than 0: an empty chart says so in words instead of drawing nothing. */
export function hasNothing(series: readonly ChartSeries[]): boolean {
  const count = Math.max(...series.map((one) => one.values.length), 0);
  return Array.from({ length: count }, (_, at) => at).every(
    (at) => totalAt(series, at) === 0 || series.every((one) => !drawable(one.values[at]) || one.values[at] === 0),
  );
}
