/** The deal form to print and fill in by hand: one page, both sides, for those without a screen. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { PDF_INK } from '$lib/server/pdf/ink';
import type { Sheet } from '$lib/server/pdf/sheet';
import { categoryName } from '../../exchange-words';
import { findEdition } from '../access';
import { fileName } from './deal-pdf';

const LINE = 30;

/** A label with a line to write on; `share` of the width, beginning at `from`. */
function blank(sheet: Sheet, label: string, from = 0, share = 1, lines = 1): void {
  const { doc } = sheet;
  const left = doc.page.margins.left + from * sheet.width;
  const width = share * sheet.width - 12;
  const top = doc.y;
  const words = doc.struct('P', {}, () => {
    doc.font('regular').fontSize(8.5).fillColor(PDF_INK.muted).text(label, left, top, { width, lineBreak: false });
  });
  doc.addStructure(words);
  words.end();
  doc.markContent('Artifact', { type: 'Layout' });
  for (let line = 1; line <= lines; line++)
    doc
      .moveTo(left, top + 6 + line * LINE)
      .lineTo(left + width, top + 6 + line * LINE)
      .lineWidth(0.6)
      .strokeColor(PDF_INK.muted)
      .stroke();
  doc.endMarkedContent();
  doc.x = doc.page.margins.left;
  doc.y = top;
}

function row(sheet: Sheet, blanks: readonly [label: string, share: number][], lines = 1): void {
  let from = 0;
  for (const [label, share] of blanks) {
    blank(sheet, label, from, share, lines);
    from += share;
  }
  sheet.doc.y += 14 + lines * LINE;
}

function side(sheet: Sheet, letter: string): void {
  sheet.heading(m.paper_side({ letter }));
  row(sheet, [
    [m.paper_name(), 0.55],
    [m.paper_phone(), 0.45],
  ]);
  row(sheet, [[m.paper_gives({ letter }), 1]], 2);
  row(sheet, [
    [m.paper_amount(), 0.6],
    [m.paper_estimate(), 0.4],
  ]);
  row(sheet, [
    [m.paper_person(), 0.5],
    [m.paper_signature(), 0.5],
  ]);
}

/** @throws AppError not_found */
export async function paperFormPdf(ctx: Context, slug: string): Promise<Response> {
  const edition = await findEdition(ctx, slug);
  const title = m.paper_title();
  const options = {
    title: `${title}, ${edition.name}`,
    locale: ctx.locale,
    created: ctx.now,
    footer: edition.name,
    margin: 44,
  };
  return pdfAnswer(fileName(m.paper_file(), slug), options, (sheet) => {
    sheet.title(title, edition.name);
    sheet.text(m.paper_lead());
    side(sheet, 'A');
    side(sheet, 'B');
    sheet.space(4);
    row(sheet, [[m.paper_contact(), 1]]);
    sheet.text(m.paper_corner({ corners: edition.categories.map((one) => `__ ${categoryName(one)}`).join('   ') }), {
      size: 9.5,
    });
    sheet.text(m.paper_ring(), { muted: true, size: 9 });
    row(sheet, [[m.paper_office(), 1]]);
  });
}
