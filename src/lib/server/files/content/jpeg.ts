/** JPEG (ITU-T T.81), segment by segment: its size, and the picture without what was written about it. Pure. */
import { joined, textAt, u16be, u16le, u32be, u32le, u8 } from './byte-reader';
import type { PictureSize } from './picture-size';

export const isJpeg = (bytes: Uint8Array): boolean =>
  u8(bytes, 0) === 0xff && u8(bytes, 1) === 0xd8 && u8(bytes, 2) === 0xff;

interface Segment {
  marker: number;
  start: number;
  /** After its last byte; of a scan, after its dots. */
  end: number;
}

const [SCAN, END] = [0xda, 0xd9];
const standsAlone = (marker: number) => (marker >= 0xd0 && marker <= 0xd8) || marker === 0x01;

/** Every segment up to and with the end of the picture; null for a cut or broken file. */
function segmentsOf(bytes: Uint8Array): Segment[] | null {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 2 <= bytes.length) {
    if (u8(bytes, at) !== 0xff) return null;
    const marker = u8(bytes, at + 1);
    if (marker === END) return [...segments, { marker, start: at, end: at + 2 }];
    if (marker === 0xff) at++;
    else if (standsAlone(marker)) at += 2;
    else {
      const head = at + 2 + u16be(bytes, at + 2);
      if (head > bytes.length || head < at + 4) return null;
      const end = marker === SCAN ? afterDots(bytes, head) : head;
      segments.push({ marker, start: at, end });
      at = end;
    }
  }
  return null;
}

/** The next mark that is neither a stuffed byte nor a restart. */
function afterDots(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = u8(bytes, at + 1);
    if (u8(bytes, at) === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
    at++;
  }
  return bytes.length;
}

const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

export function jpegSize(bytes: Uint8Array): PictureSize | null {
  const frame = segmentsOf(bytes)?.find(({ marker }) => isFrame(marker));
  return frame ? { width: u16be(bytes, frame.start + 7), height: u16be(bytes, frame.start + 5) } : null;
}

/** 1 to 8 of EXIF (tag 0x0112): without it, a photograph taken upright would lie on its side. */
function orientationOf(bytes: Uint8Array, { start, end }: Segment): number {
  if (textAt(bytes, start + 4, 6) !== 'Exif\0\0') return 1;
  const tiff = start + 10;
  const little = textAt(bytes, tiff, 2) === 'II';
  const [u16, u32] = little ? [u16le, u32le] : [u16be, u32be];
  const directory = tiff + u32(bytes, tiff + 4);
  const count = Math.min(u16(bytes, directory), 200);
  for (let index = 0; index < count; index++) {
    const field = directory + 2 + index * 12;
    if (field + 12 > end) return 1;
    if (u16(bytes, field) !== 0x0112) continue;
    const value = u16(bytes, field + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** A segment that says which way is up, and nothing else. */
function turned(orientation: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0x00, 0x00, 0x4d, 0x4d, 0x00, 0x2a, 0x00, 0x00, 0x00, 0x08],
    ...[
      0x00,
      0x01,
      0x01,
      0x12,
      0x00,
      0x03,
      0x00,
      0x00,
      0x00,
      0x01,
      0x00,
      orientation,
      0x00,
      0x00,
      0x00,
      0x00,
      0x00,
      0x00,
    ],
  ]);
}

const [APP0, APP1, APP2, APP14, APP15, COMMENT] = [0xe0, 0xe1, 0xe2, 0xee, 0xef, 0xfe];

/** JFIF's own header without its thumbnail, colour profiles and Adobe's colour mark stay; EXIF, XMP, IPTC and comments go. */
function isKept(bytes: Uint8Array, { marker, start }: Segment): boolean {
  if (marker === COMMENT) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return textAt(bytes, start + 4, 5) === 'JFIF\0';
  if (marker === APP2) return textAt(bytes, start + 4, 12) === 'ICC_PROFILE\0';
  return marker === APP14 && textAt(bytes, start + 4, 5) === 'Adobe';
}

/** Null for a cut or broken file. What follows the end of the picture (a film, a second file) is dropped. */
export function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const segments = segmentsOf(bytes);
  if (!segments?.some(({ marker }) => marker === SCAN)) return null;
  const exif = segments.find(({ marker }) => marker === APP1);
  const orientation = exif ? orientationOf(bytes, exif) : 1;
  return joined([
    bytes.subarray(0, 2),
    ...(orientation === 1 ? [] : [turned(orientation)]),
    ...segments.filter((segment) => isKept(bytes, segment)).map(({ start, end }) => bytes.subarray(start, end)),
  ]);
}
