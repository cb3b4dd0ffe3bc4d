/** The text of a QR code from its squares: the badges' own correction level, every way of writing that their text may use. Pure. */
import { mended } from './mend-words';

/** Whether the square is dark; x to the right, y down. */
export type Modules = (x: number, y: number) => boolean;

/** Of level M, by version from 1: check words in a block, and blocks. */
const CHECKS = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24];
const BLOCKS = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10];
export const LAST_VERSION = CHECKS.length;

const MASKS: ((x: number, y: number) => number)[] = [
  (x, y) => (x + y) % 2,
  (_, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** The fifteen bits that belong to level M and a mask. */
function formatBits(mask: number): number {
  let rest = mask;
  for (let i = 0; i < 10; i++) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  return ((mask << 10) | rest) ^ 0x5412;
}

function maskOf(dark: Modules, size: number): number | null {
  const near: [number, number][] = [];
  for (let i = 0; i < 6; i++) near.push([8, i]);
  near.push([8, 7], [8, 8], [7, 8]);
  for (let i = 9; i < 15; i++) near.push([14 - i, 8]);
  const far: [number, number][] = [];
  for (let i = 0; i < 8; i++) far.push([size - 1 - i, 8]);
  for (let i = 8; i < 15; i++) far.push([8, size - 15 + i]);
  for (const places of [near, far]) {
    const bits = places.reduce((sum, [x, y], i) => sum | (Number(dark(x, y)) << i), 0);
    for (let mask = 0; mask < 8; mask++) {
      let differ = bits ^ formatBits(mask);
      let count = 0;
      for (; differ; differ &= differ - 1) count++;
      if (count <= 3) return mask;
    }
  }
  return null;
}

export function alignmentPlaces(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = Array.from({ length: count - 1 }, (_, i) => version * 4 + 10 - i * step);
  return [6, ...places.reverse()];
}

/** Squares that carry no words: finders, timing, alignment, format and version. */
function isReserved(version: number): Modules {
  const size = version * 4 + 17;
  const places = alignmentPlaces(version);
  return (x, y) => {
    if (x === 6 || y === 6) return true;
    if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)) return true;
    if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
    const isNear = (at: number) => places.find((place) => Math.abs(place - at) <= 2);
    const [column, row] = [isNear(x), isNear(y)];
    if (column === undefined || row === undefined) return false;
    const last = size - 7;
    // Three corners belong to the finders.
    return !((column === 6 && row === 6) || (column === 6 && row === last) || (column === last && row === 6));
  };
}

/** All words in the order in which they are laid, two columns at a time from the right, up and down. */
function wordsOf(dark: Modules, version: number, mask: number): number[] {
  const size = version * 4 + 17;
  const reserved = isReserved(version);
  const flips = MASKS[mask];
  const bits: number[] = [];
  let goesUp = true;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    for (let i = 0; i < size; i++) {
      const y = goesUp ? size - 1 - i : i;
      for (const x of [right, right - 1])
        if (!reserved(x, y)) bits.push(Number(dark(x, y)) ^ Number(flips?.(x, y) === 0));
    }
    goesUp = !goesUp;
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, i) =>
    bits.slice(i * 8, i * 8 + 8).reduce((word, bit) => (word << 1) | bit, 0),
  );
}

/** The words of the text: blocks are laid one word of each at a time, and each is put right. */
function dataOf(words: readonly number[], version: number): number[] | null {
  const blocks = BLOCKS[version - 1] ?? 0;
  const checks = CHECKS[version - 1] ?? 0;
  const short = Math.floor(words.length / blocks) - checks;
  const longBlocks = words.length % blocks;
  const lengthOf = (block: number) => short + Number(block >= blocks - longBlocks);
  const rows: number[][] = Array.from({ length: blocks }, () => []);
  let next = 0;
  for (let i = 0; i <= short; i++)
    rows.forEach((row, block) => {
      if (i < lengthOf(block)) row.push(words[next++] ?? 0);
    });
  for (let i = 0; i < checks; i++) for (const row of rows) row.push(words[next++] ?? 0);
  const data: number[] = [];
  for (const [block, row] of rows.entries()) {
    const whole = mended(row, checks);
    if (!whole) return null;
    data.push(...whole.slice(0, lengthOf(block)));
  }
  return data;
}

const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const NUMERIC = 1;
const SIGN_PAIRS = 2;
const BYTES = 4;

function textOf(data: readonly number[], version: number): string | null {
  let place = 0;
  const take = (count: number) => {
    let value = 0;
    for (let i = 0; i < count; i++, place++) value = value * 2 + (((data[place >> 3] ?? 0) >> (7 - (place & 7))) & 1);
    return value;
  };
  const isSmall = version < 10;
  const bytes: number[] = [];
  const put = (text: string) => bytes.push(...new TextEncoder().encode(text));
  while (data.length * 8 - place >= 4) {
    const mode = take(4);
    if (mode === 0) break;
    if (mode === NUMERIC) {
      let left = take(isSmall ? 10 : 12);
      for (; left >= 3; left -= 3) put(String(take(10)).padStart(3, '0'));
      if (left > 0) put(String(take(left === 2 ? 7 : 4)).padStart(left, '0'));
    } else if (mode === SIGN_PAIRS) {
      let left = take(isSmall ? 9 : 11);
      for (; left >= 2; left -= 2) {
        const pair = take(11);
        put((SIGNS[Math.floor(pair / 45)] ?? '') + (SIGNS[pair % 45] ?? ''));
      }
      if (left > 0) put(SIGNS[take(6)] ?? '');
    } else if (mode === BYTES) {
      for (let left = take(isSmall ? 8 : 16); left > 0; left--) bytes.push(take(8));
    } else return null;
  }
  return bytes.length > 0 ? new TextDecoder().decode(new Uint8Array(bytes)) : null;
}

/** Null for what is no code of ours, or too damaged. */
export function readModules(dark: Modules, version: number): string | null {
  const mask = maskOf(dark, version * 4 + 17);
  const data = mask === null ? null : dataOf(wordsOf(dark, version, mask), version);
  return data && textOf(data, version);
}
