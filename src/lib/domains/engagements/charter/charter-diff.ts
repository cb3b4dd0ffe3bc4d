/** What changed between two versions of a text, line by line. Pure. */

import type { CharterSection } from './charter';

export interface DiffLine {
  change: 'same' | 'added' | 'removed';
  text: string;
}

/** The longest common run of lines stays; everything else was removed or added. Texts of a few hundred lines. */
export function differenceOf(before: readonly string[], after: readonly string[]): DiffLine[] {
  const width = after.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      lengths[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const [old, next] = [before[i], after[j]];
    if (old !== undefined && old === next) {
      lines.push({ change: 'same', text: old });
      i++;
      j++;
    } else if (next === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ change: 'removed', text: old ?? '' });
      i++;
    } else {
      lines.push({ change: 'added', text: next });
      j++;
    }
  }
  return lines;
}

export const linesOf = (sections: readonly CharterSection[]): string[] =>
  sections.flatMap(({ heading, lines }) => [heading, ...lines]);
