/** The names of the open data sets and their formats. Pure. */

export const OPEN_SETS = ['missions', 'footprint', 'weights', 'fairness'] as const;
export type OpenSet = (typeof OPEN_SETS)[number];

export const OPEN_FORMATS = ['csv', 'json'] as const;
export type OpenFormat = (typeof OPEN_FORMATS)[number];

/** `footprint.csv` as its two parts; null for anything else. */
export function openFile(name: string): { set: OpenSet; format: OpenFormat } | null {
  const [left, right, ...more] = name.split('.');
  const set = OPEN_SETS.find((each) => each === left);
  const format = OPEN_FORMATS.find((each) => each === right);
  return set && format && more.length === 0 ? { set, format } : null;
}
