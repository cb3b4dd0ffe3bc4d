/** Highlighted text as segments of plain text; markers are private-use characters that no stored text contains. */
import type { Segment } from '../search-port';

export const MARK_START = '\u{e000}';
export const MARK_END = '\u{e001}';

/** Reads text in which matches stand between the two markers. */
export function segmentsOf(marked: string): Segment[] {
  const segments: Segment[] = [];
  let mark = false;
  for (const piece of marked.split(/([\ue000\ue001])/)) {
    if (piece === MARK_START) mark = true;
    else if (piece === MARK_END) mark = false;
    else addSegment(segments, piece, mark);
  }
  return segments;
}

/** Appends, joining with the segment before where that has the same mark. */
export function addSegment(segments: Segment[], text: string, mark: boolean): void {
  if (text === '') return;
  const last = segments.at(-1);
  if (last?.mark === mark) last.text += text;
  else segments.push({ text, mark });
}
