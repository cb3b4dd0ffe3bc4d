/** Values as bytes whose order is the order of the values: the keys of every index. */
import { createHash } from 'node:crypto';
import type { Binary, ObjectId, Timestamp } from 'bson';
import { RANK, numeric, rankOf, scriptText, text } from './compare';
import type { Doc } from './document';

const HASH_SIZE = 32;
let scratch = Buffer.allocUnsafe(4096);
let size = 0;

interface EncodedKey {
  bytes: Buffer;
  /** Only the first bytes are the value's own; a digest follows. Equality holds, order does not. */
  truncated: boolean;
}

/** Encodes a value; what is longer than `limit` bytes is cut and ends with a digest of the whole. */
export function encodeKey(value: unknown, limit: number): EncodedKey {
  size = 0;
  write(value);
  if (size <= limit) return { bytes: Buffer.from(scratch.subarray(0, size)), truncated: false };
  const digest = createHash('sha256').update(scratch.subarray(0, size)).digest();
  return { bytes: Buffer.concat([scratch.subarray(0, limit), digest], limit + HASH_SIZE), truncated: true };
}

/** The first key after every key that starts with these bytes. */
export function successor(prefix: Buffer): Buffer {
  let end = prefix.length;
  while (end > 0 && prefix[end - 1] === 0xff) end--;
  const next = Buffer.from(prefix.subarray(0, end));
  if (end > 0) next[end - 1] = (next[end - 1] ?? 0) + 1;
  return next;
}

/** The complement, which reverses the order: for descending fields. */
export function invert(bytes: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(bytes.length);
  for (let i = 0; i < bytes.length; i++) inverted[i] = ~(bytes[i] ?? 0);
  return inverted;
}

function reserve(more: number): void {
  if (size + more <= scratch.length) return;
  const larger = Buffer.allocUnsafe(Math.max(scratch.length * 2, size + more));
  scratch.copy(larger, 0, 0, size);
  scratch = larger;
}

function byte(value: number): void {
  reserve(1);
  scratch[size++] = value;
}

function raw(bytes: Uint8Array): void {
  reserve(bytes.length);
  scratch.set(bytes, size);
  size += bytes.length;
}

function write(value: unknown): void {
  const rank = rankOf(value);
  byte(rank);
  switch (rank) {
    case RANK.number:
      return writeNumber(numeric(value));
    case RANK.string:
      return writeText(text(value));
    case RANK.object:
      return writeDoc(value as Doc);
    case RANK.array:
      for (const item of value as unknown[]) write(item);
      return byte(0);
    case RANK.objectId:
      return raw((value as ObjectId).id);
    case RANK.boolean:
      return byte(value ? 1 : 0);
    case RANK.date:
      return writeNumber((value as Date).getTime());
    case RANK.timestamp:
      reserve(8);
      size = scratch.writeBigUInt64BE(BigInt.asUintN(64, (value as Timestamp).toBigInt()), size);
      return;
    case RANK.binary:
      return writeBinary(value as Binary);
    case RANK.regex:
    case RANK.code:
      return writeText(scriptText(value));
  }
}

/** A double whose bits sort, then what a 64-bit integer has beyond the double below it. */
function writeNumber(value: number | bigint): void {
  reserve(10);
  const start = size;
  let double = Number(value);
  let rest = 0;
  if (typeof value === 'bigint') {
    if (BigInt(double) > value) double = doubleBefore(double);
    rest = Number(value - BigInt(double));
  }
  size += 10;
  scratch.writeUInt16BE(rest, start + 8);
  if (Number.isNaN(double)) {
    scratch.fill(0, start, start + 8);
    return;
  }
  scratch.writeDoubleBE(double === 0 ? 0 : double, start);
  if (double < 0) for (let i = start; i < start + 8; i++) scratch[i] = ~(scratch[i] ?? 0);
  else scratch[start] = (scratch[start] ?? 0) ^ 0x80;
}

function doubleBefore(value: number): number {
  const bits = Buffer.allocUnsafe(8);
  bits.writeDoubleBE(value);
  bits.writeBigUInt64BE(bits.readBigUInt64BE() + (value > 0 ? -1n : 1n));
  return bits.readDoubleBE();
}

/** UTF-8 with zero bytes escaped, ended so that no text is the beginning of another. */
function writeText(value: string): void {
  reserve(value.length * 3 + 2);
  if (!value.includes('\0')) {
    size += scratch.write(value, size);
  } else {
    for (const [i, part] of value.split('\0').entries()) {
      if (i > 0) raw(Buffer.from([0x00, 0xff]));
      raw(Buffer.from(part));
    }
    reserve(2);
  }
  scratch[size++] = 0x00;
  scratch[size++] = 0x01;
}

function writeDoc(doc: Doc): void {
  for (const key of Object.keys(doc)) {
    byte(rankOf(doc[key]));
    writeText(key);
    write(doc[key]);
  }
  byte(0);
}

function writeBinary(value: Binary): void {
  const bytes = value.value();
  reserve(5);
  size = scratch.writeUInt32BE(bytes.length, size);
  byte(value.sub_type);
  raw(bytes);
}
