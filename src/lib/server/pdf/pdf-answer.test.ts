import { describe, expect, it } from 'vitest';
import { pdfAnswer, pdfBytes } from './pdf-answer';
import type { PdfOptions } from './sheet';

const options: PdfOptions = {
  title: 'Statement of 2027',
  locale: 'en',
  created: new Date('2027-03-01T09:00:00Z'),
  footer: 'Causeway – statement',
};

interface Line {
  day: string;
  what: string;
  hours: string;
}
const columns = [
  { head: 'Day', share: 1, value: (line: Line) => line.day },
  { head: 'Work', share: 3, value: (line: Line) => line.what },
  { head: 'Hours', share: 1, align: 'right' as const, value: (line: Line) => line.hours },
];
function* lines(count: number): Generator<Line> {
  for (let at = 1; at <= count; at++)
    yield { day: `day ${at}`, what: `Drafting for Łukasz, Ελένη, façade ${at}`, hours: '1:30' };
}
const pages = (file: Buffer) => file.toString('latin1').match(/\/Type \/Page\b/g)?.length;

describe('a PDF', () => {
  it('is tagged, titled and says its language', async () => {
    const file = await pdfBytes(options, (sheet) => {
      sheet.title('Statement', 'Causeway');
      sheet.facts([['Person', 'Łukasz Żółć']]);
      sheet.heading('Hours');
      sheet.text('First.\n\nSecond.');
      sheet.list(['one', 'two']);
      sheet.rule();
    });
    const text = file.toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(text).toContain('/Lang (en-GB)');
    expect(text).toContain('/MarkInfo');
    expect(text).toContain('/StructTreeRoot');
    expect(pages(file)).toBe(1);
  });

  it('carries a long table over as many pages as it needs', async () => {
    const file = await pdfBytes(options, (sheet) => sheet.table(columns, lines(200)));
    expect(pages(file)).toBeGreaterThan(4);
  });

  it('waits for a slow reader', async () => {
    let written = 0;
    const answer = pdfAnswer('a.pdf', options, (sheet) =>
      sheet.table(
        columns,
        (function* () {
          for (const line of lines(3_000)) {
            written++;
            yield line;
          }
        })(),
      ),
    );
    const reader = answer.body!.getReader();
    await reader.read();
    await new Promise((done) => setImmediate(done));
    expect(written).toBeLessThan(3_000);
    for (let part = await reader.read(); !part.done; part = await reader.read());
    expect(written).toBe(3_000);
  }, 30_000);

  it('breaks off when its writer fails, and when its reader goes', async () => {
    await expect(
      pdfBytes(options, () => {
        throw new Error('no such row');
      }),
    ).rejects.toThrow('no such row');
    let finished = false;
    const answer = pdfAnswer('a.pdf', options, async (sheet) => {
      await sheet.table(columns, lines(2_000));
      finished = true;
    });
    await answer.body!.cancel();
    await expect.poll(() => finished, { timeout: 20_000 }).toBe(true);
  }, 30_000);
});
