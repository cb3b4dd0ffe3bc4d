/**
 * Reads the QR code of a badge in a camera's picture, for the many browsers that cannot do so themselves. Pure.
 */
import { alignmentPlaces, LAST_VERSION, readModules } from './read-modules';
import { cornersAmong, findMarks, isDark, toPicture, type Corners, type Picture, type Point } from './find-corners';

type Place = (u: number, v: number) => Point;

/** Solves for the view that brings four points of the code to four of the picture. */
function viewOf(code: readonly Point[], seen: readonly Point[]): Place | null {
  const rows = code.flatMap(({ x, y }, i) => {
    const { x: px, y: py } = seen[i] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -x * px, -y * px, px],
      [0, 0, 0, x, y, 1, -x * py, -y * py, py],
    ];
  });
  for (let column = 0; column < 8; column++) {
    const best = rows.slice(column).reduce((a, b) => (Math.abs(b[column] ?? 0) > Math.abs(a[column] ?? 0) ? b : a));
    const place = rows.indexOf(best);
    [rows[place], rows[column]] = [rows[column] ?? [], best];
    const pivot = best[column] ?? 0;
    if (Math.abs(pivot) < 1e-9) return null;
    for (const row of rows) {
      if (row === best) continue;
      const factor = (row[column] ?? 0) / pivot;
      if (factor !== 0) for (let i = column; i < 9; i++) row[i] = (row[i] ?? 0) - factor * (best[i] ?? 0);
    }
  }
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = rows.map((row, i) => (row[8] ?? 0) / (row[i] ?? 1));
  return (u, v) => {
    const depth = g * u + h * v + 1;
    return { x: (a * u + b * v + c) / depth, y: (d * u + e * v + f) / depth };
  };
}

/** The small mark near the fourth corner, looked for around where a flat code would have it. */
function alignment(picture: Picture, flat: Place, size: number): Point | null {
  const middle = size - 6.5;
  let best = { score: 0, at: null as Point | null };
  for (let dv = -4; dv <= 4; dv += 0.5)
    for (let du = -4; du <= 4; du += 0.5) {
      let score = 0;
      for (let v = -2; v <= 2; v++)
        for (let u = -2; u <= 2; u++) {
          const ring = Math.max(Math.abs(u), Math.abs(v));
          const { x, y } = flat(middle + du + u, middle + dv + v);
          if (isDark(picture, x, y) === (ring !== 1)) score++;
        }
      // Of equal ones that nearest to its place.
      const weighed = score - (Math.abs(du) + Math.abs(dv)) / 16;
      if (weighed > best.score) best = { score: weighed, at: flat(middle + du, middle + dv) };
    }
  return best.score >= 21 ? best.at : null;
}

function readFrom(picture: Picture, [top, right, left]: Corners, version: number): string | null {
  const size = version * 4 + 17;
  const code = [
    { x: 3.5, y: 3.5 },
    { x: size - 3.5, y: 3.5 },
    { x: 3.5, y: size - 3.5 },
  ];
  const seen = [top, right, left];
  const fourth = { x: right.x + left.x - top.x, y: right.y + left.y - top.y };
  const flat = viewOf([...code, { x: size - 3.5, y: size - 3.5 }], [...seen, fourth]);
  if (!flat) return null;
  const mark = alignmentPlaces(version).length > 0 ? alignment(picture, flat, size) : null;
  const views = [mark && viewOf([...code, { x: size - 6.5, y: size - 6.5 }], [...seen, mark]), flat];
  for (const view of views) {
    if (!view) continue;
    const dark = (x: number, y: number) => {
      const at = view(x + 0.5, y + 0.5);
      return isDark(picture, at.x, at.y);
    };
    const text = readModules(dark, version);
    if (text) return text;
  }
  return null;
}

/** Null where no code of ours is in the picture. */
export function readQr(pixels: Uint8ClampedArray, width: number, height: number): string | null {
  const picture = toPicture(pixels, width, height);
  for (const corners of cornersAmong(findMarks(picture)).slice(0, 4)) {
    const [top, right, left] = corners;
    const square = (top.square + right.square + left.square) / 3;
    const arms = (Math.hypot(right.x - top.x, right.y - top.y) + Math.hypot(left.x - top.x, left.y - top.y)) / 2;
    const guess = Math.round((arms / square + 7 - 17) / 4);
    for (const version of [guess, guess - 1, guess + 1, guess + 2, guess - 2]) {
      if (version < 1 || version > LAST_VERSION) continue;
      const text = readFrom(picture, corners, version);
      if (text) return text;
    }
  }
  return null;
}
