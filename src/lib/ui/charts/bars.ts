/**
 * Where bars stand. Lengths along the labels are percentages of the width, so that a chart fits any screen without a
 * script and without shrinking its letters; heights are pixels.
 */
import { drawable, type ChartSeries } from './chart';
import type { ValueScale } from './scale';

export interface Bar {
  /** Index of the series and of the label. */
  series: number;
  label: number;
  value: number;
  /** Percent of the width. */
  x: number;
  width: number;
  /** Pixels from the top. */
  y: number;
  height: number;
}

const GAP = 0.28;
/** Every value above zero can be seen, however small. */
const LEAST = 1.5;

const round = (value: number) => Math.round(value * 1000) / 1000;

/** Upright bars: stacked on each other, or side by side for each label. */
export function upBars(
  series: readonly ChartSeries[],
  labels: number,
  scale: ValueScale,
  stacked: boolean,
  height: number,
): Bar[] {
  const slot = 100 / Math.max(labels, 1);
  const room = slot * (1 - GAP);
  const width = stacked ? room : room / Math.max(series.length, 1);
  const bars: Bar[] = [];
  for (let label = 0; label < labels; label++) {
    let below = 0;
    for (const [index, one] of series.entries()) {
      const value = one.values[label];
      if (!drawable(value) || value === 0) continue;
      const from = stacked ? scale.share(below) * height : 0;
      const to = scale.share(stacked ? below + value : value) * height;
      const tall = Math.max(to - from, LEAST);
      bars.push({
        series: index,
        label,
        value,
        x: round(label * slot + (slot * GAP) / 2 + (stacked ? 0 : index * width)),
        width: round(width),
        y: round(Math.max(height - from - tall, 0)),
        height: round(tall),
      });
      below += value;
    }
  }
  return bars;
}

/** The parts of one lying bar: for a stack one after the other, else each from the left in a line of its own. */
export function acrossBars(
  series: readonly ChartSeries[],
  label: number,
  scale: ValueScale,
  stacked: boolean,
  thickness: number,
): Bar[] {
  const bars: Bar[] = [];
  let before = 0;
  for (const [index, one] of series.entries()) {
    const value = one.values[label];
    if (!drawable(value) || value === 0) continue;
    const from = stacked ? scale.share(before) * 100 : 0;
    const to = scale.share(stacked ? before + value : value) * 100;
    bars.push({
      series: index,
      label,
      value,
      x: round(from),
      width: round(Math.max(to - from, 0.5)),
      y: stacked ? 0 : index * (thickness + 2),
      height: thickness,
    });
    before += value;
  }
  return bars;
}
