/** Lines of a text that comes in pieces, many at a time, with their numbers; no line is ever held that is too long. Pure. */

export interface Line {
  /** From 1. */
  number: number;
  text: string;
}

/** A line longer than this many characters is not data but a mistake, such as a file without line breaks. */
export const LONGEST_LINE = 1_000_000;

/** Stands for a line that was too long: no JSON, so it is refused like any other that cannot be read. */
export const TOO_LONG = '\u0000';

/** Blank lines are left out but counted; a byte order mark and carriage returns are taken off. */
export async function* linesOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Line[]> {
  const decoder = new TextDecoder();
  let rest = '';
  let overlong = false;
  let number = 0;
  const take = (text: string): Line[] => {
    number++;
    const whole = overlong ? TOO_LONG : text.replace(/\r$/, '');
    overlong = false;
    return whole.trim() === '' ? [] : [{ number, text: whole }];
  };
  for await (const piece of pieces) {
    const parts = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    const lines = parts.flatMap(take);
    if (rest.length > LONGEST_LINE) {
      overlong = true;
      rest = '';
    }
    if (lines.length > 0) yield lines;
  }
  const last = rest + decoder.decode();
  if (last !== '' || overlong) {
    const lines = take(last);
    if (lines.length > 0) yield lines;
  }
}
