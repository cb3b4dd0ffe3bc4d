/** Tables of a PDF: the head again on each page, rows that never break, numbers to the right. */
import { PDF_INK } from './ink';

export interface PdfColumn<Row> {
  head: string;
  /** Share of the width, against the other columns' shares. */
  share: number;
  align?: 'left' | 'right';
  value: (row: Row) => string;
  /** A row for which this is true is set in the strong cut: sums. */
  strong?: (row: Row) => boolean;
}

const SIZE = 9;
const PADDING = 4;

interface Cell {
  text: string;
  x: number;
  width: number;
  align: 'left' | 'right';
  strong: boolean;
}

function drawRow(doc: PDFKit.PDFDocument, tag: 'TH' | 'TD', cells: readonly Cell[]): PDFKit.PDFStructureElement {
  const font = (cell: Cell) => doc.font(cell.strong ? 'strong' : 'regular').fontSize(SIZE);
  const top = doc.y;
  const heights = cells.map((cell) => font(cell).heightOfString(cell.text, { width: cell.width }));
  const height = Math.max(SIZE, ...heights) + 2 * PADDING;
  const parts = cells.map((cell) =>
    doc.struct(tag, {}, () => {
      font(cell)
        .fillColor(tag === 'TH' ? PDF_INK.muted : PDF_INK.ink)
        .text(cell.text, cell.x, top + PADDING, { width: cell.width, align: cell.align });
    }),
  );
  const row = doc.struct('TR', {}, parts);
  doc.y = top + height;
  return row;
}

function underline(doc: PDFKit.PDFDocument, y: number, width: number, strong: boolean): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc
    .moveTo(doc.page.margins.left, y)
    .lineTo(doc.page.margins.left + width, y)
    .lineWidth(strong ? 0.8 : 0.4)
    .strokeColor(strong ? PDF_INK.muted : PDF_INK.hairline)
    .stroke();
  doc.endMarkedContent();
}

/** `afterPage` is awaited when a page is full: backpressure, and a turn for everybody else. */
export async function drawTable<Row>(
  doc: PDFKit.PDFDocument,
  columns: readonly PdfColumn<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
  afterPage: () => Promise<void>,
): Promise<void> {
  const { left, right, bottom } = doc.page.margins;
  const width = doc.page.width - left - right;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  let at = left;
  const places = columns.map(({ share }) => {
    const place = { x: at + 2, width: (width * share) / shares - 4 };
    at += (width * share) / shares;
    return place;
  });
  const cellsOf = (text: (column: PdfColumn<Row>) => string, strong: (column: PdfColumn<Row>) => boolean): Cell[] =>
    columns.map((column, index) => ({
      ...(places[index] as { x: number; width: number }),
      text: text(column),
      align: column.align ?? 'left',
      strong: strong(column),
    }));
  const table = doc.struct('Table');
  doc.addStructure(table);
  const put = (tag: 'TH' | 'TD', cells: Cell[]) => {
    const row = drawRow(doc, tag, cells);
    const { y } = doc;
    table.add(row);
    row.end();
    doc.y = y;
    underline(doc, doc.y, width, tag === 'TH');
  };
  const head = () =>
    put(
      'TH',
      cellsOf(
        ({ head: text }) => text,
        () => true,
      ),
    );
  const heightOf = (cells: readonly Cell[]) =>
    Math.max(
      ...cells.map((cell) =>
        doc
          .font(cell.strong ? 'strong' : 'regular')
          .fontSize(SIZE)
          .heightOfString(cell.text, { width: cell.width }),
      ),
    ) +
    2 * PADDING;

  head();
  for await (const row of rows) {
    const cells = cellsOf(
      ({ value }) => value(row),
      ({ strong }) => strong?.(row) ?? false,
    );
    if (doc.y + heightOf(cells) > doc.page.height - bottom) {
      doc.addPage();
      await afterPage();
      head();
    }
    put('TD', cells);
  }
  table.end();
  doc.x = left;
  doc.y += 8;
}
