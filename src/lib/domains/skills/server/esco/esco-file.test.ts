/** Reading ESCO's CSV files, and saying clearly what is wrong with a file that is not one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { openEscoFile, type EscoRow } from './esco-file';

const folder = mkdtempSync(join(tmpdir(), 'esco-file-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = ['conceptUri', 'preferredLabel'];
let counter = 0;
function file(content: string | Buffer): string {
  const path = join(folder, `file-${++counter}.csv`);
  writeFileSync(path, content);
  return path;
}
async function read(path: string): Promise<EscoRow[]> {
  const rows: EscoRow[] = [];
  for await (const row of (await openEscoFile(path, COLUMNS, 'the skills file')).rows()) rows.push(row);
  return rows;
}

const GOOD = 'conceptUri,preferredLabel,more\r\nuri-1,one,"a\r\nb"\r\nuri-2,"two ""quoted""",\r\n';

describe('an ESCO file', () => {
  it('is read plain, gzipped, in UTF-16 and with a byte order mark, with the line each row begins on', async () => {
    const expected = [
      { line: 2, values: { conceptUri: 'uri-1', preferredLabel: 'one', more: 'a\r\nb' } },
      { line: 4, values: { conceptUri: 'uri-2', preferredLabel: 'two "quoted"', more: '' } },
    ];
    expect(await read(file(GOOD))).toEqual(expected);
    expect(await read(file(gzipSync(GOOD)))).toEqual(expected);
    expect(await read(file(`\ufeff${GOOD}`))).toEqual(expected);
    expect(await read(file(Buffer.from(`\ufeff${GOOD}`, 'utf16le')))).toEqual(expected);
  });

  it('tells the line of a broken row and goes on with the next', async () => {
    const rows = await read(file(`${GOOD}uri-3\r\nuri-4,four,\r\n`));
    expect(rows.map((row) => [row.line, row.values?.['preferredLabel'] ?? row.problem])).toEqual([
      [2, 'one'],
      [4, 'two "quoted"'],
      [5, 'another number of columns than the first line'],
      [6, 'four'],
    ]);
  });

  it.each([
    [
      'a header without our columns',
      'name,age\nAnna,7\n',
      /lacks conceptUri, preferredLabel\. It begins with: name, age/,
    ],
    ['an empty file', '', /is empty/],
    ['a header alone', 'conceptUri,preferredLabel\n', /has no rows/],
    ['a zip archive', 'PK\u0003\u0004rest', /zip archive\. Unpack it/],
    ['a short gzip file', gzipSync(Buffer.from(GOOD.repeat(50))).subarray(0, 60), /ends too early|cannot be read/],
    [
      'an open quotation',
      'conceptUri,preferredLabel\nuri-1,one\nuri-2,"two\n',
      /line 2: a quotation mark is opened and never/,
    ],
    ['no text at all', Buffer.from([0, 255, 254, 0, 1, 2, 3]), /is not the skills file/],
  ])('is refused: %s', async (_name, content, message) => {
    await expect(read(file(content))).rejects.toThrow(message);
    await expect(read(file(content))).rejects.toMatchObject({ name: 'EscoFileError' });
  });

  it('gives what came before the cut in a longer gzip file', async () => {
    const text = Array.from({ length: 20_000 }, (_, number) => `uri-${number},${Math.sin(number)}`).join('\n');
    const whole = gzipSync(`conceptUri,preferredLabel\n${text}\n`);
    const opened = await openEscoFile(file(whole.subarray(0, whole.length / 2)), COLUMNS, 'the skills file');
    let rows = 0;
    const all = async () => {
      for await (const { values } of opened.rows()) if (values) rows++;
    };
    await expect(all()).rejects.toThrow(
      /beyond line \d+: the compressed file ends too early\. What came before is kept/,
    );
    expect(rows).toBeGreaterThan(1000);
  });

  it('is refused when it is not there or is a folder', async () => {
    await expect(read(join(folder, 'absent.csv'))).rejects.toThrow(/There is no file/);
    await expect(read(folder)).rejects.toThrow(/is not a file/);
  });
});
