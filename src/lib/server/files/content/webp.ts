/** WebP (RFC 9649), chunk by chunk: its size, and the picture without what was written about it. Pure. */
import { joined, textAt, u16le, u32le, u8 } from './byte-reader';
import type { PictureSize } from './picture-size';

export const isWebp = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP';

interface Chunk {
  type: string;
  start: number;
  end: number;
}

/** Null for a cut or broken file. */
function chunksOf(bytes: Uint8Array): Chunk[] | null {
  const limit = u32le(bytes, 4) + 8;
  if (limit > bytes.length) return null;
  const chunks: Chunk[] = [];
  for (let at = 12; at + 8 <= limit;) {
    const length = u32le(bytes, at + 4);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > limit) return null;
    chunks.push({ type: textAt(bytes, at, 4), start: at, end: Math.min(end, limit) });
    at = end;
  }
  return chunks;
}

const u24le = (bytes: Uint8Array, at: number) => u16le(bytes, at) + u8(bytes, at + 2) * 0x10000;

export function webpSize(bytes: Uint8Array): PictureSize | null {
  const first = chunksOf(bytes)?.[0];
  if (!first) return null;
  const at = first.start + 8;
  switch (first.type) {
    case 'VP8X':
      return { width: u24le(bytes, at + 4) + 1, height: u24le(bytes, at + 7) + 1 };
    case 'VP8 ':
      return { width: u16le(bytes, at + 6) & 0x3fff, height: u16le(bytes, at + 8) & 0x3fff };
    case 'VP8L': {
      const packed = u32le(bytes, at + 1);
      return { width: (packed % 0x4000) + 1, height: (Math.floor(packed / 0x4000) % 0x4000) + 1 };
    }
    default:
      return null;
  }
}

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the header that promise EXIF and XMP. */
const PROMISES = 0x08 | 0x04;

export function bareWebp(bytes: Uint8Array): Uint8Array | null {
  const chunks = chunksOf(bytes);
  if (!chunks?.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type))) return null;
  const parts = chunks
    .filter(({ type }) => KEPT.has(type))
    .map(({ type, start, end }) => {
      const part = bytes.slice(start, end);
      if (type === 'VP8X') part[8] = u8(part, 8) & ~PROMISES;
      return part;
    });
  const body = joined(parts);
  const head = new Uint8Array(12);
  head.set(bytes.subarray(0, 12));
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  return joined([head, body]);
}
