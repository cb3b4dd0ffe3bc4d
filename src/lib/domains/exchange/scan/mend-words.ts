/** Reed-Solomon over GF(256), as QR codes use it: puts right what dirt and glare made wrong. Pure. */

const EXP = new Uint8Array(512);
const LOG = new Uint8Array(256);
for (let power = 0, value = 1; power < 255; power++) {
  EXP[power] = EXP[power + 255] = value;
  LOG[value] = power;
  value = (value << 1) ^ (value & 0x80 ? 0x11d : 0);
}
const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : (EXP[(LOG[a] ?? 0) + (LOG[b] ?? 0)] ?? 0));
const inverse = (a: number) => EXP[255 - (LOG[a] ?? 0)] ?? 0;
const alpha = (power: number) => EXP[((power % 255) + 255) % 255] ?? 0;

/** Value of a polynomial whose first coefficient is that of the lowest power. */
const at = (polynomial: readonly number[], x: number) =>
  polynomial.reduceRight((sum, coefficient) => times(sum, x) ^ coefficient, 0);

/** Berlekamp and Massey: the polynomial whose zeros tell where the words are wrong. */
function locator(syndromes: readonly number[]): number[] {
  let current = [1];
  let before = [1];
  let length = 0;
  let shift = 1;
  let last = 1;
  for (let step = 0; step < syndromes.length; step++) {
    let gap = syndromes[step] ?? 0;
    for (let i = 1; i <= length; i++) gap ^= times(current[i] ?? 0, syndromes[step - i] ?? 0);
    if (gap === 0) {
      shift++;
      continue;
    }
    const factor = times(gap, inverse(last));
    const next = [...current];
    before.forEach((coefficient, i) => (next[i + shift] = (next[i + shift] ?? 0) ^ times(factor, coefficient)));
    for (let i = 0; i < next.length; i++) next[i] ??= 0;
    if (2 * length <= step) {
      [before, last, length, shift] = [current, gap, step + 1 - length, 1];
    } else shift++;
    current = next;
  }
  return current.slice(0, length + 1);
}

/** The words of a block put right, its check words included; null when too many are wrong. */
export function mended(block: readonly number[], checks: number): number[] | null {
  const words = [...block];
  const n = words.length;
  // The first word belongs to the highest power.
  const syndromes = Array.from({ length: checks }, (_, i) =>
    words.reduce((sum, word) => times(sum, alpha(i)) ^ word, 0),
  );
  if (syndromes.every((one) => one === 0)) return words;
  const wrong = locator(syndromes);
  const errors = wrong.length - 1;
  if (errors * 2 > checks) return null;
  const powers = Array.from({ length: n }, (_, power) => power).filter((power) => at(wrong, alpha(-power)) === 0);
  if (powers.length !== errors) return null;
  const evaluator = Array.from({ length: checks }, (_, i) =>
    wrong.reduce((sum, coefficient, j) => (j <= i ? sum ^ times(coefficient, syndromes[i - j] ?? 0) : sum), 0),
  );
  const slope = wrong.map((coefficient, i) => (i % 2 === 1 ? coefficient : 0)).slice(1);
  for (const power of powers) {
    const x = alpha(-power);
    const amount = times(alpha(power), times(at(evaluator, x), inverse(at(slope, x))));
    const place = n - 1 - power;
    words[place] = (words[place] ?? 0) ^ amount;
  }
  return words;
}
