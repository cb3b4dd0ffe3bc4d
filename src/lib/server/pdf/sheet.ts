/**
 * One PDF in the house style: headings, paragraphs, facts and tables, with page numbers, tagged for screen readers, written
 * as it is made. Pages leave memory when they are full; `table` waits for a slow reader.
 */
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import PDFDocument from 'pdfkit';
import { INTL_TAGS, type Locale } from '$lib/shared/locale';
import { pdfFonts } from './fonts';
import { PDF_INK } from './ink';
import { drawTable, type PdfColumn } from './table';

export interface PdfOptions {
  title: string;
  locale: Locale;
  /** The moment the document speaks of; it goes into the file, so that the same input gives the same bytes. */
  created: Date;
  /** One line at the foot of every page, beside its number. */
  footer: string;
  /** Points (1/72 inch); A4 when left out. */
  size?: [number, number];
  layout?: 'portrait' | 'landscape';
  /** Points on every side; 56 when left out. */
  margin?: number;
}

/** What `buildPdf` hands to the writer of a document. Lengths are points. */
export interface Sheet {
  /** For what the methods below do not cover: badges, charts, codes. */
  doc: PDFKit.PDFDocument;
  width: number;
  title(text: string, kicker?: string): void;
  heading(text: string): void;
  text(text: string, options?: { muted?: boolean; strong?: boolean; size?: number }): void;
  list(items: readonly string[]): void;
  /** Label and value in two columns. */
  facts(rows: readonly (readonly [label: string, value: string])[]): void;
  rule(): void;
  space(points: number): void;
  /** A new page unless this much room is left. */
  keepTogether(points: number): void;
  /** Rows may come one at a time from the database: nothing but the page at hand is kept. */
  table<Row>(columns: readonly PdfColumn<Row>[], rows: Iterable<Row> | AsyncIterable<Row>): Promise<void>;
}

export interface OpenSheet {
  sheet: Sheet;
  output: PassThrough;
  end(): void;
}

function open(options: PdfOptions): PDFKit.PDFDocument {
  const fonts = pdfFonts();
  const margin = options.margin ?? 56;
  const doc = new PDFDocument({
    size: options.size ?? 'A4',
    layout: options.layout ?? 'portrait',
    margins: { top: margin, left: margin, right: margin, bottom: margin + 16 },
    pdfVersion: '1.7',
    tagged: true,
    lang: INTL_TAGS[options.locale],
    displayTitle: true,
    autoFirstPage: false,
    info: {
      Title: options.title,
      Producer: 'Causeway',
      Creator: 'Causeway',
      CreationDate: options.created,
      ModDate: options.created,
    },
  });
  doc.registerFont('regular', fonts.regular);
  doc.registerFont('strong', fonts.strong);
  return doc;
}

/** Draws the foot of each page as it begins, outside the text that screen readers are given. */
function keepFooters(doc: PDFKit.PDFDocument, footer: string): void {
  let page = 0;
  doc.on('pageAdded', () => {
    page++;
    const { x, y } = doc;
    const { left, right, bottom } = doc.page.margins;
    // Without a margin the foot would start another page.
    doc.page.margins.bottom = 0;
    doc.markContent('Artifact', { type: 'Pagination' });
    doc.save().font('regular').fontSize(8).fillColor(PDF_INK.muted);
    const line = doc.page.height - bottom + 14;
    const width = doc.page.width - left - right;
    doc.text(footer, left, line, { width: width - 60, height: 10, ellipsis: true, lineBreak: false });
    doc.text(String(page), left, line, { width, align: 'right', lineBreak: false });
    doc.restore();
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
    doc.font('regular').fontSize(10.5).fillColor(PDF_INK.ink);
    doc.x = x;
    doc.y = y;
  });
}

export function openSheet(options: PdfOptions): OpenSheet {
  const doc = open(options);
  const output = new PassThrough();
  doc.pipe(output);
  keepFooters(doc, options.footer);
  doc.addPage();
  const left = () => doc.page.margins.left;
  const width = () => doc.page.width - doc.page.margins.left - doc.page.margins.right;
  const bottom = () => doc.page.height - doc.page.margins.bottom;
  const tagged = (tag: string, draw: () => void) => {
    const element = doc.struct(tag, {}, draw);
    doc.addStructure(element);
    element.end();
  };
  const style = (font: 'regular' | 'strong', size: number, colour: string) =>
    doc.font(font).fontSize(size).fillColor(colour);
  const keepTogether = (points: number) => {
    if (doc.y + points > bottom()) doc.addPage();
  };

  const sheet: Sheet = {
    doc,
    get width() {
      return width();
    },
    title(text, kicker) {
      if (kicker !== undefined) {
        tagged('P', () => style('strong', 9.5, PDF_INK.accent).text(kicker, left(), doc.y, { width: width() }));
        doc.moveDown(0.2);
      }
      tagged('H1', () => style('strong', 21, PDF_INK.ink).text(text, left(), doc.y, { width: width(), lineGap: 1 }));
      doc.moveDown(0.5);
    },
    heading(text) {
      keepTogether(60);
      doc.y += 8;
      tagged('H2', () => style('strong', 13, PDF_INK.ink).text(text, left(), doc.y, { width: width() }));
      doc.y += 4;
    },
    text(text, { muted = false, strong = false, size = 10.5 } = {}) {
      const colour = muted ? PDF_INK.muted : PDF_INK.ink;
      for (const paragraph of text.split(/\n{2,}/)) {
        tagged('P', () =>
          style(strong ? 'strong' : 'regular', size, colour).text(paragraph, left(), doc.y, {
            width: width(),
            lineGap: 2,
          }),
        );
        doc.y += 5;
      }
    },
    list(items) {
      for (const item of items) {
        keepTogether(16);
        tagged('P', () => {
          style('regular', 10.5, PDF_INK.ink);
          const { y } = doc;
          doc.text('•', left() + 4, y, { lineBreak: false });
          doc.text(item, left() + 16, y, { width: width() - 16, lineGap: 2 });
        });
        doc.y += 2;
      }
      doc.x = left();
      doc.y += 4;
    },
    facts(rows) {
      const labels = Math.min(170, width() * 0.35);
      for (const [label, value] of rows) {
        style('regular', 10.5, PDF_INK.ink);
        keepTogether(doc.heightOfString(value, { width: width() - labels, lineGap: 2 }) + 4);
        const { y } = doc;
        let lowest = y;
        tagged('P', () => {
          style('regular', 10.5, PDF_INK.muted).text(label, left(), y, { width: labels - 10, lineGap: 2 });
          lowest = doc.y;
          style('regular', 10.5, PDF_INK.ink).text(value, left() + labels, y, { width: width() - labels, lineGap: 2 });
        });
        doc.x = left();
        doc.y = Math.max(lowest, doc.y) + 3;
      }
    },
    rule() {
      doc.y += 6;
      doc.markContent('Artifact', { type: 'Layout' });
      doc
        .moveTo(left(), doc.y)
        .lineTo(left() + width(), doc.y)
        .lineWidth(0.5)
        .strokeColor(PDF_INK.hairline)
        .stroke();
      doc.endMarkedContent();
      doc.y += 8;
    },
    space(points) {
      doc.y += points;
    },
    keepTogether,
    table: (columns, rows) => drawTable(doc, columns, rows, () => drained(output)),
  };
  return { sheet, output, end: () => doc.end() };
}

/** Lets the written pages go out and waits until a slow reader has taken them. Returns at once when the reader has gone. */
async function drained(output: PassThrough): Promise<void> {
  await new Promise((done) => setImmediate(done));
  if (!output.writableNeedDrain || output.destroyed) return;
  const waiting = new AbortController();
  try {
    await Promise.race([
      once(output, 'drain', { signal: waiting.signal }),
      once(output, 'close', { signal: waiting.signal }),
    ]);
  } finally {
    waiting.abort();
  }
}
