import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { LAST_VERSION, readModules } from './read-modules';
import { readQr } from './read-qr';

const BADGE =
  'https://causeway.example/exchange/exchange-floor-brussels-2026/door?code=0123456789abcdefghij.Ab-9_xYz12';
const codeOf = (text: string, version?: number) =>
  QRCode.create(text, { errorCorrectionLevel: 'M', ...(version ? { version } : {}) }).modules;

/** A photograph of the code: so many pixels a square, turned, seen from the side, with noise and a shadow. */
function photograph(text: string, { square = 5, angle = 0, tilt = 0, noise = 0, shadow = false } = {}) {
  const { size, data } = codeOf(text);
  const [width, height] = [640, 480];
  const pixels = new Uint8ClampedArray(width * height * 4);
  let seed = 7;
  const random = () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const depth = 1 + (tilt * (x - width / 2)) / width;
      const [cx, cy] = [((x - width / 2) * depth) / square, ((y - height / 2) * depth) / square];
      const u = Math.floor(cx * Math.cos(angle) + cy * Math.sin(angle) + size / 2);
      const v = Math.floor(cy * Math.cos(angle) - cx * Math.sin(angle) + size / 2);
      const inside = u >= 0 && v >= 0 && u < size && v < size;
      const isBadge = u >= -4 && v >= -4 && u < size + 4 && v < size + 4;
      let light = inside && data[v * size + u] ? 40 : isBadge ? 225 : 130;
      light += (random() - 0.5) * noise;
      if (shadow && x > width / 2) light *= 0.45;
      pixels.set([light, light, light, 255], (y * width + x) * 4);
    }
  return readQr(pixels, width, height);
}

describe('the code of a badge', () => {
  it('is read from its squares, whatever its size and its letters', { timeout: 60_000 }, () => {
    const texts = [BADGE, 'A', '0123456789', 'HTTPS://CAUSEWAY.EXAMPLE/DOOR', 'Bourse d’échange n° 12'];
    for (const text of texts) {
      const { size, data } = codeOf(text);
      expect(readModules((x, y) => data[y * size + x] === 1, (size - 17) / 4)).toBe(text);
    }
    for (let version = 6; version <= LAST_VERSION; version++) {
      const { size, data } = codeOf(BADGE, version);
      expect(
        readModules((x, y) => data[y * size + x] === 1, version),
        `version ${version}`,
      ).toBe(BADGE);
    }
  });

  it('is read where dirt covers some of it, and not where it covers too much', () => {
    const { size, data } = codeOf(BADGE);
    const dirty = (until: number) => (x: number, y: number) =>
      x >= 12 && x < until && y >= 12 && y < 18 ? true : data[y * size + x] === 1;
    expect(readModules(dirty(20), (size - 17) / 4)).toBe(BADGE);
    expect(readModules(dirty(38), (size - 17) / 4)).not.toBe(BADGE);
  });

  it('is read straight, turned, from the side, in noise and half in the shadow', { timeout: 60_000 }, () => {
    expect(photograph(BADGE)).toBe(BADGE);
    for (const angle of [0.3, 2.5]) expect(photograph(BADGE, { angle }), `turned ${angle}`).toBe(BADGE);
    expect(photograph(BADGE, { square: 7, tilt: 0.35 })).toBe(BADGE);
    expect(photograph(BADGE, { square: 3.2, angle: 0.1 })).toBe(BADGE);
    expect(photograph(BADGE, { noise: 90, shadow: true, angle: 0.2 })).toBe(BADGE);
  });

  it('is not seen where there is none', () => {
    const grey = new Uint8ClampedArray(320 * 240 * 4).fill(127);
    expect(readQr(grey, 320, 240)).toBeNull();
  });
});
