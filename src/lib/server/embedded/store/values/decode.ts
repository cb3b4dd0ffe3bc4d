/**
 * BSON bytes to values. The library's own decoder narrows integral doubles to integers and turns `{ $ref, $id }` into
 * references, so that a document read and written back would not be the same: this one keeps both.
 */
import {
  BSONRegExp,
  BSONSymbol,
  Binary,
  Code,
  Decimal128,
  Double,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from 'bson';
import { CommandError } from '../command-error';
import { setField, type Doc } from './document';

export function decode(bytes: Buffer, offset = 0): Doc {
  return new Decoder(bytes, offset).document();
}

class Decoder {
  constructor(
    private readonly bytes: Buffer,
    private at: number,
  ) {}

  document(): Doc {
    const end = this.end();
    const doc: Doc = {};
    while (this.at < end) {
      const type = this.bytes[this.at++];
      const name = this.cstring();
      const value = this.value(type);
      if (name === '__proto__') setField(doc, name, value);
      else doc[name] = value;
    }
    this.at = end + 1;
    return doc;
  }

  private array(): unknown[] {
    const end = this.end();
    const items: unknown[] = [];
    while (this.at < end) {
      const type = this.bytes[this.at++];
      while (this.bytes[this.at++] !== 0);
      items.push(this.value(type));
    }
    this.at = end + 1;
    return items;
  }

  private end(): number {
    const size = this.bytes.readInt32LE(this.at);
    const end = this.at + size - 1;
    if (size < 5 || end >= this.bytes.length || this.bytes[end] !== 0)
      throw new CommandError(22, 'invalid BSON length');
    this.at += 4;
    return end;
  }

  private cstring(): string {
    const { bytes } = this;
    const start = this.at;
    let end = start;
    let ascii = true;
    for (let byte = bytes[end]; byte !== 0; byte = bytes[++end]) {
      if (byte === undefined) throw new CommandError(22, 'unterminated BSON name');
      if (byte > 127) ascii = false;
    }
    this.at = end + 1;
    return ascii ? bytes.toString('latin1', start, end) : bytes.toString('utf8', start, end);
  }

  private int32(): number {
    this.at += 4;
    return this.bytes.readInt32LE(this.at - 4);
  }

  private string(): string {
    const size = this.int32();
    if (size < 1 || this.at + size > this.bytes.length) throw new CommandError(22, 'invalid BSON string length');
    this.at += size;
    return this.bytes.toString('utf8', this.at - size, this.at - 1);
  }

  private take(size: number): Buffer {
    const copy = Buffer.allocUnsafeSlow(size);
    this.bytes.copy(copy, 0, this.at, this.at + size);
    this.at += size;
    return copy;
  }

  private double(): unknown {
    const value = this.bytes.readDoubleLE(this.at);
    this.at += 8;
    // The encoder would write such a number as an integer: the wrapper keeps it what it was.
    return (value | 0) === value && !Object.is(value, -0) ? new Double(value) : value;
  }

  private binary(): Binary {
    let size = this.int32();
    const subtype = this.bytes[this.at++] ?? 0;
    if (subtype === Binary.SUBTYPE_BYTE_ARRAY) size = this.int32();
    if (size < 0 || this.at + size > this.bytes.length) throw new CommandError(22, 'invalid BSON binary length');
    return new Binary(this.take(size), subtype);
  }

  private value(type: number | undefined): unknown {
    switch (type) {
      case 0x01:
        return this.double();
      case 0x02:
        return this.string();
      case 0x03:
        return this.document();
      case 0x04:
        return this.array();
      case 0x05:
        return this.binary();
      case 0x06:
      case 0x0a:
        return null;
      case 0x07:
        return new ObjectId(this.take(12));
      case 0x08:
        return this.bytes[this.at++] === 1;
      case 0x09: {
        const low = this.int32() >>> 0;
        return new Date(this.int32() * 0x1_0000_0000 + low);
      }
      case 0x0b:
        return new BSONRegExp(this.cstring(), this.cstring());
      case 0x0d:
        return new Code(this.string());
      case 0x0e:
        return new BSONSymbol(this.string());
      case 0x0f: {
        this.at += 4;
        return new Code(this.string(), this.document());
      }
      case 0x10:
        return this.int32();
      case 0x11: {
        const low = this.int32();
        return new Timestamp(new Long(low, this.int32(), true));
      }
      case 0x12: {
        const low = this.int32();
        return new Long(low, this.int32());
      }
      case 0x13:
        return new Decimal128(this.take(16));
      case 0x7f:
        return new MaxKey();
      case 0xff:
        return new MinKey();
      default:
        throw new CommandError(22, `unsupported BSON type ${type}`);
    }
  }
}
