/** What a zip archive says of itself, read from its central directory and never unpacked. Pure. */
import { textAt, u16le, u32le } from './byte-reader';

export interface ZipEntry {
  name: string;
  packed: number;
  unpacked: number;
  /** 0 is stored as it is, 8 is deflated. */
  method: number;
  /** Where its bytes begin in the archive. */
  offset: number;
}

const MAX_ENTRIES = 3000;
const MAX_UNPACKED = 200_000_000;
/** Office files pack to about a twentieth; a bomb to a thousandth. */
const MAX_RATIO = 200;

export const isZip = (bytes: Uint8Array): boolean => textAt(bytes, 0, 4) === 'PK\x03\x04';

/** Null for what is no whole archive of the common kind: cut, split, encrypted or with 64-bit sizes. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const end = endRecord(bytes);
  if (end === null) return null;
  const count = u16le(bytes, end + 10);
  let at = u32le(bytes, end + 16);
  if (count === 0 || count > MAX_ENTRIES || u16le(bytes, end + 8) !== count) return null;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (at + 46 > end || textAt(bytes, at, 4) !== 'PK\x01\x02') return null;
    const encrypted = (u16le(bytes, at + 8) & 1) === 1;
    const nameLength = u16le(bytes, at + 28);
    const entry = {
      name: textAt(bytes, at + 46, nameLength),
      method: u16le(bytes, at + 10),
      packed: u32le(bytes, at + 20),
      unpacked: u32le(bytes, at + 24),
      offset: u32le(bytes, at + 42),
    };
    if (encrypted || entry.unpacked === 0xffffffff || entry.offset >= end) return null;
    entries.push(entry);
    at += 46 + nameLength + u16le(bytes, at + 30) + u16le(bytes, at + 32);
  }
  return entries;
}

/** The record at the end, after which only a comment may stand. */
function endRecord(bytes: Uint8Array): number | null {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--) {
    if (textAt(bytes, at, 4) === 'PK\x05\x06') return at + 22 + u16le(bytes, at + 20) === bytes.length ? at : null;
  }
  return null;
}

/** Whether unpacking would take far more room than the file, or reach out of its folder. */
export function isBomb(entries: readonly ZipEntry[], size: number): boolean {
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const outside = entries.some(({ name }) => name.startsWith('/') || name.split(/[/\\]/).includes('..'));
  return outside || unpacked > MAX_UNPACKED || unpacked > Math.max(size, 10_000) * MAX_RATIO;
}
