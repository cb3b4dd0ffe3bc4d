/** Charts tell the truth: lengths follow the figures, what is hidden stays hidden, and everything is there in words too. */
import { readFileSync } from 'node:fs';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import BarChart from './BarChart.svelte';
import LineChart from './LineChart.svelte';
import Sparkline from './Sparkline.svelte';
import { acrossBars, upBars } from './bars';
import { chartNumber, labelRooms, totalAt } from './chart';
import { linePath, placeOf, pointsOf, sparkPath } from './lines';
import { hasNothing, largestOf, scaleFor, valueScale } from './scale';

const A = { label: 'Law', values: [4, 0, 10] };
const B = { label: 'Design', values: [2, null, 5] };

describe('valueScale', () => {
  it.each([
    [9.3, false, 10, [0, 2, 4, 6, 8, 10]],
    [97, true, 100, [0, 20, 40, 60, 80, 100]],
    [2, true, 2, [0, 1, 2]],
    [0, true, 1, [0, 1]],
  ])('rounds %d (whole: %s) up to %d', (max, whole, top, ticks) => {
    const scale = valueScale(max, whole);
    expect(scale.max).toBe(top);
    expect(scale.ticks).toEqual(ticks);
    expect(scale.share(top)).toBe(1);
  });

  it('has an axis even for what is no number, and keeps values inside it', () => {
    for (const max of [Number.NaN, Infinity, -3]) expect(valueScale(max, true).max).toBe(1);
    expect(valueScale(10, true).share(99)).toBe(1);
    expect(valueScale(10, true).share(-5)).toBe(0);
  });

  it('reaches up to the stack, not to its largest part', () => {
    expect(largestOf([A, B], true)).toBe(15);
    expect(largestOf([A, B], false)).toBe(10);
    expect(largestOf([], true)).toBe(0);
  });
});

describe('bars', () => {
  it('are as long as their values and stand on each other', () => {
    const bars = upBars([A, B], 3, valueScale(15, true, 3), true, 150);
    const last = bars.filter((bar) => bar.label === 2);
    expect(last.map((bar) => bar.height)).toEqual([100, 50]);
    expect(last.map((bar) => bar.y)).toEqual([50, 0]);
    expect(bars.some((bar) => bar.label === 1)).toBe(false);
  });

  it('stand side by side within their slot', () => {
    const bars = upBars([A, B], 3, scaleFor([A, B], false), false, 100).filter((bar) => bar.label === 0);
    expect((bars[0]?.x ?? 0) + (bars[0]?.width ?? 0)).toBeCloseTo(bars[1]?.x ?? 0, 2);
    expect(bars.every((bar) => bar.x > 0 && bar.x + bar.width < 100 / 3)).toBe(true);
  });

  it('lie one after the other, and the smallest value can still be seen', () => {
    const tiny = { label: 'Tiny', values: [0.0001] };
    const [law, rest] = acrossBars([{ label: 'Law', values: [50] }, tiny], 0, valueScale(100, false), true, 16);
    expect(law).toMatchObject({ x: 0, width: 50 });
    expect(rest).toMatchObject({ x: 50, width: 0.5 });
  });

  it('draw nothing for what is no amount', () => {
    const odd = { label: 'Odd', values: [Number.NaN, -4, Infinity, null, 0] };
    expect(upBars([odd], 5, scaleFor([odd], false), false, 100)).toEqual([]);
    expect(hasNothing([odd])).toBe(true);
    expect(hasNothing([A])).toBe(false);
  });
});

describe('totalAt', () => {
  it('is not given away when a part of it is hidden', () => {
    expect(totalAt([A, B], 0)).toBe(6);
    expect(totalAt([A, B], 1)).toBeNull();
  });
});

describe('lines', () => {
  it('have a gap where a figure is missing', () => {
    const points = pointsOf([1, 2, null, 4, 3], valueScale(4, true), 100);
    expect(linePath(points).match(/M/g)).toHaveLength(2);
    expect(points[0]).toMatchObject({ x: 10, y: 75 });
  });

  it('place labels evenly, a single one in the middle', () => {
    expect([0, 1, 2].map((at) => placeOf(at, 3))).toEqual([16.667, 50, 83.333]);
    expect(placeOf(0, 1)).toBe(50);
  });

  it('draw a spark of anything', () => {
    expect(sparkPath([])).toEqual({ path: '', last: null });
    expect(sparkPath([5, 5]).path).not.toContain('NaN');
    expect(sparkPath([0, 10]).last).toEqual({ x: 96, y: 3 });
  });
});

describe('labelRooms', () => {
  it.each([0, 1, 5, 7, 12, 24, 53])(
    'of %i labels writes at most 5 on a phone and 12 elsewhere, with the last',
    (count) => {
      const rooms = labelRooms(count);
      expect(rooms.filter((room) => room === 'narrow').length).toBeLessThanOrEqual(5);
      expect(rooms.filter((room) => room !== 'none').length).toBeLessThanOrEqual(12);
      if (count > 0) expect(rooms.at(-1)).toBe('narrow');
    },
  );
});

describe('chartNumber', () => {
  it('writes as the reader does', () => {
    expect(chartNumber(1234.56, 'en')).toBe('1,234.6');
    expect(chartNumber(1234.56, 'nl')).toBe('1.234,6');
    expect(chartNumber(0.256, 'en')).toBe('0.26');
  });
});

describe('BarChart', () => {
  const props = { title: 'Hours by skill', description: 'Law leads.', head: 'Month', labels: ['Jan', 'Feb', 'Mar'] };

  it('has a name, a description, and a table with every figure', () => {
    const { body } = render(BarChart, { props: { ...props, series: [A, B], stacked: true, direction: 'up' } });
    expect(body).toMatch(/role="img" aria-labelledby="(\S+)-title" aria-describedby="\1-words"/);
    expect(body).toContain('Show the figures');
    expect(body.match(/<th scope="row"/g)).toHaveLength(3);
    expect(body).toContain('not shown');
    expect(body).not.toContain('style=');
  });

  it('says so when there is nothing to draw', () => {
    const { body } = render(BarChart, { props: { ...props, labels: [], series: [] } });
    expect(body).not.toContain('role="img"');
    expect(body).toContain('Nothing to draw');
  });

  it('carries names that are code as text, and links labels in the table', () => {
    const series = [{ label: '<script>', values: [1] }];
    const { body } = render(BarChart, { props: { ...props, labels: ['<img>'], series, hrefs: ['/skills/law'] } });
    expect(body).not.toMatch(/<script>|<img>/);
    expect(body).toContain('<a href="/skills/law"');
  });

  it('can stand on a page twice', () => {
    const { body } = render(BarChart, { props: { ...props, series: [A, B] } });
    const ids = [...body.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('LineChart', () => {
  it('puts the reference into legend and table', () => {
    const reference = { label: 'Even use', values: [30, 20, 10] };
    const { body } = render(LineChart, {
      props: { title: 'Budget left', head: 'Month', labels: ['Jan', 'Feb', 'Mar'], series: [A], reference },
    });
    expect(body.match(/Even use/g)).toHaveLength(2);
    expect(body.match(/class="dot tone1[^>]*>\s*<title>/g) ?? body.match(/<title>/g)).toHaveLength(3);
  });
});

describe('Sparkline', () => {
  it('has words', () => {
    expect(render(Sparkline, { props: { values: [1, 2], label: 'Rising' } }).body).toContain('aria-label="Rising"');
  });
});

describe('colours of charts', () => {
  const frame = readFileSync(new URL('./ChartFrame.svelte', import.meta.url), 'utf8');
  const tones = [...frame.matchAll(/--chart-\d: light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)];
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const share = parseInt(hex.slice(at, at + 2), 16) / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (a: string, b: string) => {
    const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (high + 0.05) / (low + 0.05);
  };

  it('stand out from paper by 3 to 1, by day and by night', () => {
    expect(tones).toHaveLength(6);
    for (const [, light = '', dark = ''] of tones) {
      for (const ground of ['#fbf8f1', '#f3eee3']) expect(contrast(light, ground)).toBeGreaterThanOrEqual(3);
      for (const ground of ['#12191b', '#1a2326']) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(3);
    }
  });
});
