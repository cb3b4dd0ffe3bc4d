/** Finds the three corner marks of a QR code in a picture of light and dark: black, white, black thrice, white, black. Pure. */

export interface Picture {
  width: number;
  height: number;
  /** 1 where it is dark, row after row. */
  dark: Uint8Array;
}

export interface Point {
  x: number;
  y: number;
}

/** The middle of a corner mark, and the side of one square. */
export interface Mark extends Point {
  square: number;
  seen: number;
}

/** Light or dark beside the mean of what lies around: a shadow over half of the badge changes nothing. */
export function toPicture(pixels: Uint8ClampedArray, width: number, height: number): Picture {
  const grey = new Uint8Array(width * height);
  const sums = new Float64Array((width + 1) * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    for (let x = 0; x < width; x++) {
      const i = (y * width + x) * 4;
      const light = ((pixels[i] ?? 0) * 77 + (pixels[i + 1] ?? 0) * 151 + (pixels[i + 2] ?? 0) * 28) >> 8;
      grey[y * width + x] = light;
      row += light;
      sums[(y + 1) * (width + 1) + x + 1] = (sums[y * (width + 1) + x + 1] ?? 0) + row;
    }
  }
  const reach = Math.max(8, Math.round(Math.min(width, height) / 8));
  const dark = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const [top, bottom] = [Math.max(0, y - reach), Math.min(height, y + reach + 1)];
    for (let x = 0; x < width; x++) {
      const [left, right] = [Math.max(0, x - reach), Math.min(width, x + reach + 1)];
      const sum = (at: number, row: number) => sums[row * (width + 1) + at] ?? 0;
      const mean =
        (sum(right, bottom) - sum(left, bottom) - sum(right, top) + sum(left, top)) / ((right - left) * (bottom - top));
      dark[y * width + x] = (grey[y * width + x] ?? 0) < mean * 0.92 ? 1 : 0;
    }
  }
  return { width, height, dark };
}

export const isDark = ({ width, height, dark }: Picture, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height && dark[Math.floor(y) * width + Math.floor(x)] === 1;

const SHAPE = [1, 1, 3, 1, 1];

/** Side of a square where five runs stand to each other as those of a corner mark; 0 where they do not. */
function squareOf(runs: readonly number[]): number {
  const square = runs.reduce((sum, run) => sum + run, 0) / 7;
  const fits = runs.every((run, i) => Math.abs(run - square * (SHAPE[i] ?? 1)) < square * (i === 2 ? 1.2 : 0.7));
  return square >= 1 && fits ? square : 0;
}

/** The five runs through a dark place along one direction, and how far its middle is from where one began. */
function across(picture: Picture, from: Point, dx: number, dy: number): { square: number; middle: number } | null {
  const walk = (sign: 1 | -1) => {
    const ends: number[] = [];
    let step = 0;
    for (const wanted of [true, false, true]) {
      const begin = step;
      while (isDark(picture, from.x + sign * step * dx, from.y + sign * step * dy) === wanted) {
        step++;
        if (step - begin > picture.width) return null;
      }
      ends.push(step);
    }
    return ends;
  };
  const [ahead, behind] = [walk(1), walk(-1)];
  if (!ahead || !behind) return null;
  const [a1 = 0, a2 = 0, a3 = 0] = ahead;
  const [b1 = 0, b2 = 0, b3 = 0] = behind;
  const square = squareOf([b3 - b2, b2 - b1, a1 + b1 - 1, a2 - a1, a3 - a2]);
  return square > 0 ? { square, middle: (a1 - b1) / 2 } : null;
}

function note(marks: Mark[], found: Point & { square: number }): void {
  const known = marks.find((mark) => Math.hypot(mark.x - found.x, mark.y - found.y) < mark.square * 2);
  if (!known) {
    marks.push({ ...found, seen: 1 });
    return;
  }
  const weight = known.seen / (known.seen + 1);
  known.x = known.x * weight + found.x * (1 - weight);
  known.y = known.y * weight + found.y * (1 - weight);
  known.square = known.square * weight + found.square * (1 - weight);
  known.seen++;
}

/** Every place that looks like a corner mark, seen most often first. */
export function findMarks(picture: Picture): Mark[] {
  const { width, height, dark } = picture;
  const marks: Mark[] = [];
  for (let y = 0; y < height; y += 2) {
    const runs = [0, 0, 0, 0, 0];
    let colour = 0;
    for (let x = 0; x <= width; x++) {
      const here = x < width ? (dark[y * width + x] ?? 0) : 1 - colour;
      if (here === colour) {
        runs[4] = (runs[4] ?? 0) + 1;
        continue;
      }
      // A dark run has ended: do the last five look like a mark?
      if (colour === 1 && squareOf(runs) > 0) {
        const middle = x - (runs[4] ?? 0) - (runs[3] ?? 0) - (runs[2] ?? 0) / 2;
        const down = across(picture, { x: middle, y }, 0, 1);
        const centre = { x: middle, y: y + (down?.middle ?? 0) };
        const over = down && across(picture, centre, 1, 0);
        if (over) note(marks, { x: centre.x + over.middle, y: centre.y, square: (down.square + over.square) / 2 });
      }
      runs.shift();
      runs.push(1);
      colour = here;
    }
  }
  return marks.sort((a, b) => b.seen - a.seen);
}

/** Top left, top right, bottom left. */
export type Corners = [Mark, Mark, Mark];

/** Threes of marks that could be one code, the likeliest first: alike in size, with a right angle and equal arms. */
export function cornersAmong(marks: readonly Mark[]): Corners[] {
  const found: { corners: Corners; fault: number }[] = [];
  const some = marks.slice(0, 8);
  for (const [i, a] of some.entries())
    for (const [j, b] of some.slice(i + 1).entries())
      for (const c of some.slice(i + j + 2)) {
        const three = [a, b, c] as const;
        const squares = three.map(({ square }) => square);
        if (Math.max(...squares) > Math.min(...squares) * 1.6) continue;
        // The longest side faces the top left mark.
        const far = (p: Mark, q: Mark) => Math.hypot(p.x - q.x, p.y - q.y);
        const sides = [far(b, c), far(a, c), far(a, b)];
        const top = sides.indexOf(Math.max(...sides));
        const [first, second] = three.filter((_, index) => index !== top) as [Mark, Mark];
        const corner = three[top] as Mark;
        const [long, short] = [far(corner, first), far(corner, second)];
        if (Math.min(long, short) < 10 * Math.min(...squares)) continue;
        const fault = Math.abs(long / short - 1) + Math.abs((sides[top] ?? 0) / Math.hypot(long, short) - 1) * 2;
        const turn = (first.x - corner.x) * (second.y - corner.y) - (first.y - corner.y) * (second.x - corner.x);
        const corners: Corners = turn > 0 ? [corner, first, second] : [corner, second, first];
        if (fault < 0.8) found.push({ corners, fault });
      }
  return found.sort((a, b) => a.fault - b.fault).map(({ corners }) => corners);
}
