/** Badges to print and cut: eight on a sheet of A4, the organisation large, the colour of its side, and the code for the door. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer, pdfBytes, type WritePdf } from '$lib/server/pdf/pdf-answer';
import { PDF_INK } from '$lib/server/pdf/ink';
import type { PdfOptions } from '$lib/server/pdf/sheet';
import { formatDay } from '$lib/shared/dates';
import type { BadgeColour } from '../../edition/edition';
import { badgeSheet, type Badge, type BadgeSheet } from '../queries/badges';

/** White words on them are readable: contrast at least 4.5 to 1. */
const COLOURS: Record<BadgeColour, string> = {
  teal: '#0a6668',
  orange: '#a84a06',
  blue: '#1f4fa3',
  purple: '#6a3d9e',
  green: '#2c662c',
  red: '#a3231f',
};
const MARGIN = 24;
const COLUMNS = 2;
const ROWS = 4;
const WIDTH = (595.28 - 2 * MARGIN) / COLUMNS;
const HEIGHT = (841.89 - 2 * MARGIN - 16) / ROWS;
const PADDING = 14;
const BAND = 24;
const CODE = 88;

type Doc = PDFKit.PDFDocument;

function tagged(doc: Doc, tag: 'P' | 'H2', draw: () => void): void {
  const element = doc.struct(tag, {}, draw);
  doc.addStructure(element);
  element.end();
}

function artifact(doc: Doc, draw: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  doc.save();
  draw();
  doc.restore();
  doc.endMarkedContent();
}

/** The largest size at which the words stay within their room. */
function fitSize(doc: Doc, text: string, width: number, height: number, sizes: readonly number[]): number {
  const fitting = sizes.find((size) => doc.fontSize(size).heightOfString(text, { width, lineGap: 0 }) <= height);
  return fitting ?? sizes.at(-1) ?? 10;
}

function drawBand(doc: Doc, x: number, y: number, badge: Badge, { edition }: BadgeSheet): void {
  const width = WIDTH / Math.max(1, badge.sides.length);
  badge.sides.forEach((side, index) => {
    const colour = COLOURS[side === 'offer' ? edition.offerColour : edition.requestColour];
    const left = x + index * width;
    artifact(doc, () => doc.rect(left, y, width, BAND).fill(colour));
    tagged(doc, 'P', () =>
      doc
        .font('strong')
        .fontSize(11)
        .fillColor('#ffffff')
        .text(side === 'offer' ? m.badge_offers() : m.badge_requests(), left + PADDING, y + 6, {
          width: width - 2 * PADDING,
          height: 14,
          ellipsis: true,
        }),
    );
  });
}

function drawBadge(doc: Doc, x: number, y: number, badge: Badge, sheet: BadgeSheet, day: string): void {
  artifact(doc, () =>
    doc.rect(x, y, WIDTH, HEIGHT).lineWidth(0.4).dash(3, { space: 3 }).strokeColor(PDF_INK.muted).stroke(),
  );
  drawBand(doc, x, y, badge, sheet);
  const [left, width] = [x + PADDING, WIDTH - 2 * PADDING];
  const beside = width - CODE - 8;
  const top = y + BAND + 10;
  doc.font('strong');
  const size = fitSize(doc, badge.organisation, width, 54, [24, 21, 18, 16, 14]);
  tagged(doc, 'H2', () =>
    doc
      .font('strong')
      .fontSize(size)
      .fillColor(PDF_INK.ink)
      .text(badge.organisation, left, top, { width, height: 56, ellipsis: true }),
  );
  const below = top + 62;
  const nameSize = fitSize(doc.font('regular'), badge.delegate, beside, 46, [18, 16, 14, 12]);
  tagged(doc, 'P', () =>
    doc
      .font('regular')
      .fontSize(nameSize)
      .fillColor(PDF_INK.ink)
      .text(badge.delegate, left, below, { width: beside, height: 48, ellipsis: true }),
  );
  tagged(doc, 'P', () =>
    doc
      .font('regular')
      .fontSize(8.5)
      .fillColor(PDF_INK.muted)
      .text(`${sheet.edition.name}\n${sheet.edition.city}, ${day}`, left, y + HEIGHT - 36, {
        width: beside,
        height: 26,
        ellipsis: true,
      }),
  );
  const scale = CODE / badge.qr.size;
  artifact(doc, () =>
    doc
      .translate(x + WIDTH - PADDING - CODE, y + HEIGHT - 10 - CODE)
      .scale(scale)
      .path(badge.qr.path)
      .fill('#000000'),
  );
}

function documentOf(ctx: Context, sheet: BadgeSheet): { options: PdfOptions; write: WritePdf } {
  const day = formatDay(new Date(sheet.edition.startsAt), ctx.locale, sheet.edition.timeZone);
  const title = m.badges_title({ edition: sheet.edition.name });
  return {
    options: { title, locale: ctx.locale, created: ctx.now, footer: title, margin: MARGIN },
    write: async ({ doc }) => {
      for (const [index, badge] of sheet.badges.entries()) {
        const place = index % (COLUMNS * ROWS);
        if (index > 0 && place === 0) {
          doc.addPage();
          // Everybody else gets a turn between two sheets.
          await new Promise((done) => setImmediate(done));
        }
        const x = MARGIN + (place % COLUMNS) * WIDTH;
        drawBadge(doc, x, MARGIN + Math.floor(place / COLUMNS) * HEIGHT, badge, sheet, day);
      }
    },
  };
}

/** @throws AppError not_found, forbidden: see `badgeSheet` */
export async function badgesPdf(ctx: Context, slug: string, which: string): Promise<Response> {
  const sheet = await badgeSheet(ctx, slug, which);
  const { options, write } = documentOf(ctx, sheet);
  return pdfAnswer(`${m.badges_title({ edition: sheet.edition.name })}.pdf`, options, write);
}

/** The same as bytes. */
export async function badgesPdfBytes(ctx: Context, slug: string, which: string): Promise<Buffer> {
  const { options, write } = documentOf(ctx, await badgeSheet(ctx, slug, which));
  return pdfBytes(options, write);
}
