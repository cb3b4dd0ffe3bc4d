/** Small real files for tests and the demonstration: one dot of PNG, JPEG and WebP, and archives as office programs make them. */
import { crc32, deflateSync } from 'node:zlib';
import { joined } from './byte-reader';

const latin = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

function number(value: number, length: number, little = false): Uint8Array {
  const bytes = Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) % 256);
  return Uint8Array.from(little ? bytes.reverse() : bytes);
}

function pngChunk(type: string, data: Uint8Array): Uint8Array {
  const body = joined([latin(type), data]);
  return joined([number(data.length, 4), body, number(crc32(body), 4)]);
}

export function pngFile({
  width = 1,
  height = 1,
  extra = [],
}: { width?: number; height?: number; extra?: [type: string, text: string][] } = {}): Uint8Array {
  const head = joined([number(width, 4), number(height, 4), Uint8Array.from([8, 2, 0, 0, 0])]);
  return joined([
    latin('\x89PNG\r\n\x1a\n'),
    pngChunk('IHDR', head),
    ...extra.map(([type, text]) => pngChunk(type, latin(text))),
    pngChunk('IDAT', deflateSync(Uint8Array.from([0, 10, 83, 95]))),
    pngChunk('IEND', new Uint8Array()),
  ]);
}

/** A segment of a JPEG with its length. */
export function segment(marker: number, text: string): Uint8Array {
  return joined([Uint8Array.from([0xff, marker]), number(text.length + 2, 2), latin(text)]);
}

export function jpegFile({
  width = 1,
  height = 1,
  extra = [],
}: { width?: number; height?: number; extra?: Uint8Array[] } = {}): Uint8Array {
  const frame = joined([Uint8Array.of(8), number(height, 2), number(width, 2), Uint8Array.from([1, 1, 0x11, 0])]);
  return joined([
    Uint8Array.from([0xff, 0xd8]),
    segment(0xe0, 'JFIF\0\x01\x02\0\0\x01\0\x01\0\0'),
    ...extra,
    segment(0xdb, `\0${'\x01'.repeat(64)}`),
    segment(0xc0, String.fromCharCode(...frame)),
    segment(0xc4, `\0\x01${'\0'.repeat(15)}\0`),
    segment(0xda, '\x01\x01\0\0\x3f\0'),
    Uint8Array.from([0x2a, 0xff, 0x00, 0xff, 0xd0, 0x11, 0xff, 0xd9]),
  ]);
}

export function webpFile(extra: Record<string, string> = {}): Uint8Array {
  const chunk = (type: string, data: Uint8Array) =>
    joined([latin(type), number(data.length, 4, true), data, new Uint8Array(data.length % 2)]);
  const body = joined([
    latin('WEBP'),
    chunk('VP8X', Uint8Array.from([0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    chunk('VP8L', Uint8Array.from([0x2f, 0, 0, 0, 0, 0x07, 0x10, 0x11, 0x11, 0x88, 0x88, 0xfe, 0x07, 0])),
    ...Object.entries(extra).map(([type, text]) => chunk(type, latin(text))),
  ]);
  return joined([latin('RIFF'), number(body.length, 4, true), body]);
}

interface PackedEntry {
  name: string;
  packed: Uint8Array;
  unpacked: number;
}

/** Stored entries in the order given, then packed ones as they are. */
export function zipFile(files: Record<string, string>, packed: readonly PackedEntry[] = []): Uint8Array {
  const stored = Object.entries(files).map(([name, text]) => ({
    name,
    packed: latin(text),
    unpacked: text.length,
    method: 0,
  }));
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const entry of [...stored, ...packed.map((each) => ({ ...each, method: 8 }))]) {
    const sizes = [number(entry.packed.length, 4, true), number(entry.unpacked, 4, true)];
    const shared = joined([
      ...[number(entry.method, 2, true), number(0, 4), number(crc32(entry.packed), 4, true), ...sizes],
      number(entry.name.length, 2, true),
    ]);
    const local = joined([
      latin('PK\x03\x04'),
      number(20, 2, true),
      number(0, 2),
      shared,
      number(0, 2),
      latin(entry.name),
    ]);
    parts.push(local, entry.packed);
    directory.push(
      joined([
        ...[latin('PK\x01\x02'), number(20, 2, true), number(20, 2, true), number(0, 2), shared, number(0, 2)],
        ...[number(0, 8), number(0, 2), number(offset, 4, true), latin(entry.name)],
      ]),
    );
    offset += local.length + entry.packed.length;
  }
  const listed = joined(directory);
  const count = number(directory.length, 2, true);
  return joined([
    ...parts,
    listed,
    ...[
      latin('PK\x05\x06'),
      number(0, 4),
      count,
      count,
      number(listed.length, 4, true),
      number(offset, 4, true),
      number(0, 2),
    ],
  ]);
}
