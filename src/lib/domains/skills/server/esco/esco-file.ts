/** Opens a CSV file of ESCO, plain or gzipped, checks that it is the right one, and reads it row by row. */
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { CsvError, parse, type Info } from 'csv-parse';

/** The file cannot be used; the message says what to do, in English, for the person who runs the import. */
export class EscoFileError extends Error {
  override readonly name = 'EscoFileError';
}

export interface EscoRow {
  /** First line of the row in the file; a row may run over several. */
  line: number;
  /** Absent when the row itself is broken. */
  values?: Record<string, string>;
  problem?: string;
}

export interface EscoFile {
  name: string;
  /** Share of the file read so far, 0..1. */
  progress(): number;
  rows(): AsyncGenerator<EscoRow>;
}

const MAX_ROW_BYTES = 200_000;

async function firstBytes(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function checkKind(path: string, name: string): Promise<{ size: number; gzipped: boolean }> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new EscoFileError(`There is no file ${path}.`, { cause });
  });
  if (!found.isFile()) throw new EscoFileError(`${path} is not a file.`);
  if (found.size === 0) throw new EscoFileError(`${name} is empty.`);
  const start = await firstBytes(path).catch((cause: unknown) => {
    throw new EscoFileError(`${name} cannot be read: ${String(cause)}`, { cause });
  });
  if (start.subarray(0, 2).toString('latin1') === 'PK') {
    throw new EscoFileError(`${name} is a zip archive. Unpack it and give the CSV file that is inside.`);
  }
  return { size: found.size, gzipped: start[0] === 0x1f && start[1] === 0x8b };
}

/**
 * `columns` are those that are needed; others may be there and are ignored.
 * @throws EscoFileError when it is not there, cannot be read, or is another file than `expected`
 */
export async function openEscoFile(path: string, columns: readonly string[], expected: string): Promise<EscoFile> {
  const name = basename(path);
  const { size, gzipped } = await checkKind(path, name);
  let read = 0;

  async function* rows(): AsyncGenerator<EscoRow> {
    const broken: Broken[] = [];
    const source = createReadStream(path);
    const parser = parse({
      bom: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: MAX_ROW_BYTES,
      columns: (header: string[]) => {
        const missing = columns.filter((column) => !header.includes(column));
        if (missing.length > 0) throw wrongHeader(name, expected, missing, header);
        return header;
      },
      on_skip: (error, raw = '') => {
        if (error) broken.push({ error, raw, after: Number(error['records']) });
      },
    });
    // The parser's iterator throws what goes wrong in any of the three; the callback is there for pipeline alone.
    if (gzipped) pipeline(source, createGunzip(), parser, () => {});
    else pipeline(source, parser, () => {});
    const line = lineCounter();
    const skipped = ({ error, raw }: Broken): EscoRow => {
      if (error.code !== 'CSV_RECORD_INCONSISTENT_COLUMNS') throw error;
      return { line: line(Number(error['lines']), [raw.trim()]), problem: describe(error) };
    };
    let at = 1;
    let any = false;
    try {
      for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: Info }>) {
        while (broken[0] && broken[0].after < info.records) yield skipped(broken.shift() as Broken);
        any = true;
        read = source.bytesRead;
        at = line(info.lines, Object.values(record));
        yield { line: at, values: record };
      }
      for (const row of broken) yield skipped(row);
    } catch (cause) {
      throw readable(cause, name, at);
    }
    if (!any && broken.length === 0) throw new EscoFileError(`${name} has no rows. It should be ${expected}.`);
  }

  // The first row tells whether it is the right file, before anything is written.
  for await (const row of rows()) if (row.line > 0) break;
  return { name, progress: () => Math.min(1, read / size), rows };
}

interface Broken {
  error: CsvError;
  raw: string;
  /** Good rows before it: broken ones are known earlier than the rows around them. */
  after: number;
}

/**
 * From the parser's line number at the end of a row to that of the row's first line. The parser counts a line break of
 * two characters inside a field twice.
 */
function lineCounter(): (end: number, texts: string[]) => number {
  let twice = 0;
  return (end, texts) => {
    const breaks = texts.reduce((sum, text) => sum + (text.match(/\r\n|\n/g)?.length ?? 0), 0);
    twice += texts.reduce((sum, text) => sum + (text.match(/\r\n/g)?.length ?? 0), 0);
    return end - twice - breaks;
  };
}

function wrongHeader(name: string, expected: string, missing: string[], header: string[]): EscoFileError {
  const seen = header
    .slice(0, 8)
    .map((column) => column.slice(0, 30).replace(/\p{C}/gu, '?'))
    .join(', ');
  return new EscoFileError(
    `${name} is not ${expected}: its first line lacks ${missing.join(', ')}. It begins with: ${seen}`,
  );
}

function describe(error: CsvError): string {
  if (error.code === 'CSV_RECORD_INCONSISTENT_COLUMNS') return 'another number of columns than the first line';
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return 'a quotation mark is opened and never closed';
  return error.message;
}

function readable(cause: unknown, name: string, line: number): Error {
  if (cause instanceof EscoFileError) return cause;
  const where = `${name} cannot be read beyond line ${line}`;
  if (cause instanceof CsvError) return new EscoFileError(`${where}: ${describe(cause)}`, { cause });
  if (cause instanceof Error && 'code' in cause && /^Z_|^ERR_|^E[A-Z]+$/.test(String(cause.code))) {
    const detail = cause.code === 'Z_BUF_ERROR' ? 'the compressed file ends too early' : cause.message;
    return new EscoFileError(`${where}: ${detail}. What came before is kept.`, { cause });
  }
  return cause instanceof Error ? cause : new Error(String(cause));
}
