/** PNG (ISO/IEC 15948), chunk by chunk: its size, and the picture without what was written about it. Pure. */
import { joined, textAt, u32be } from './byte-reader';
import type { PictureSize } from './picture-size';

const SIGNATURE = '\x89PNG\r\n\x1a\n';

export const isPng = (bytes: Uint8Array): boolean => textAt(bytes, 0, 8) === SIGNATURE;

/** Null when the file does not begin with a header chunk. */
export function pngSize(bytes: Uint8Array): PictureSize | null {
  if (textAt(bytes, 12, 4) !== 'IHDR' || bytes.length < 33) return null;
  return { width: u32be(bytes, 16), height: u32be(bytes, 20) };
}

/** What a picture needs to look as it should. Text, time, EXIF and unknown chunks are not among it. */
const KEPT = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP mDCV cLLI acTL fcTL fdAT'.split(' '),
);

/** Null when the chunks do not lead to an end: a cut or broken file. What follows the end is dropped. */
export function barePng(bytes: Uint8Array): Uint8Array | null {
  const parts = [bytes.subarray(0, 8)];
  let pixels = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = u32be(bytes, at);
    const type = textAt(bytes, at + 4, 4);
    const end = at + 12 + length;
    if (end > bytes.length) return null;
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end));
    pixels ||= type === 'IDAT';
    if (type === 'IEND') return pixels ? joined(parts) : null;
    at = end;
  }
  return null;
}
