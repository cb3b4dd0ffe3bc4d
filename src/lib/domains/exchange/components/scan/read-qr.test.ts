import QRCode from 'qrcode';
import { describe, expect, it } from 'vitest';
import { readQr } from './read-qr';

const BADGE =
  'https://causeway.example/exchange/exchange-floor-brussels-2026/door?code=0123456789abcdefghij.Ab-9_xYz12';
const [WIDTH, HEIGHT] = [640, 480];

interface Sight {
  /** Pixels a square. */
  square?: number;
  /** Turned, in radians. */
  angle?: number;
  /** Seen from the side. */
  tilt?: number;
  noise?: number;
  shadow?: boolean;
}

/** A photograph of a badge with this code. */
function photograph(text: string, { square = 5, angle = 0, tilt = 0, noise = 0, shadow = false }: Sight = {}) {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules;
  const pixels = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  let last = 7;
  const random = () => (last = (last * 16_807) % 2_147_483_647) / 2_147_483_647;
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) {
      const depth = 1 + (tilt * (x - WIDTH / 2)) / WIDTH;
      const [across, down] = [((x - WIDTH / 2) * depth) / square, ((y - HEIGHT / 2) * depth) / square];
      const u = Math.floor(across * Math.cos(angle) + down * Math.sin(angle) + size / 2);
      const v = Math.floor(down * Math.cos(angle) - across * Math.sin(angle) + size / 2);
      const isCode = u >= 0 && v >= 0 && u < size && v < size;
      const isBadge = u >= -4 && v >= -4 && u < size + 4 && v < size + 4;
      const paper = isBadge ? 225 : 130;
      const ink = isCode && data[v * size + u] ? 40 : paper;
      const light = (ink + (random() - 0.5) * noise) * (shadow && x > WIDTH / 2 ? 0.45 : 1);
      pixels.set([light, light, light, 255], (y * WIDTH + x) * 4);
    }
  return pixels;
}

describe('the code of a badge', () => {
  it.each<[string, Sight]>([
    ['straight', {}],
    ['turned a little', { angle: 0.3 }],
    ['upside down', { angle: 2.9 }],
    ['from the side', { square: 7, tilt: 0.35 }],
    ['from afar', { square: 3.2, angle: 0.1 }],
    ['in noise and half in the shadow', { noise: 90, shadow: true, angle: 0.2 }],
  ])('is read %s', (_how, sight) => {
    expect(readQr(photograph(BADGE, sight), WIDTH, HEIGHT)).toBe(BADGE);
  });

  it('is not seen where there is none', () => {
    expect(readQr(new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(127), WIDTH, HEIGHT)).toBeNull();
  });
});
