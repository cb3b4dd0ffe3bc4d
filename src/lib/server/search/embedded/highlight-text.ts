/** Marks the words of a text that a query matched. */
import type { Segment } from '../search-port';
import { addSegment } from '../words/segments';
import { fold, wordsOf } from '../words/words';

/** @param terms folded words */
export function highlightText(text: string, terms: ReadonlySet<string>): Segment[] {
  const segments: Segment[] = [];
  let done = 0;
  for (const word of wordsOf(text)) {
    // Folding may make several words of one (½): it is marked when any of them matched.
    if (!wordsOf(fold(word.text)).some((folded) => terms.has(folded.text))) continue;
    addSegment(segments, text.slice(done, word.start), false);
    addSegment(segments, word.text, true);
    done = word.start + word.text.length;
  }
  addSegment(segments, text.slice(done), false);
  return segments;
}
