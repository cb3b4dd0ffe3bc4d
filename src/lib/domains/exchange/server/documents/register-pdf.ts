/** The notary's register as a PDF: every registered deal by its number, with its sum, for the file and for signature. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { op } from '$lib/server/mongo';
import { formatDay, formatInstant, formatTime } from '$lib/shared/dates';
import { euros } from '../../exchange-words';
import { editionFor } from '../access';
import { Deals, type DealDocument } from '../deal.model';
import { toDealLines, type DealLine } from '../queries/deals';
import { fileName } from './deal-pdf';

interface Row {
  number: string;
  time: string;
  what: string;
  value: string;
  signed: string;
  isSum: boolean;
}

/** Read before the answer begins, so that a refusal is a page and not a broken file. */
async function registered(
  ctx: Context,
  slug: string,
): Promise<{ name: string; day: string; rows: Row[]; deals: number; value: number; timeZone: string }> {
  const { _id: editionId, name, startsAt, timeZone } = await editionFor(ctx, slug, 'valuer');
  const found = await Deals.find({ editionId, number: op({ $ne: null }) })
    .sort({ number: 1 })
    .lean<DealDocument[]>();
  const lines = await toDealLines(found);
  const times = new Map(found.map(({ _id, registeredAt }) => [_id, registeredAt]));
  const toRow = (line: DealLine): Row => {
    const at = times.get(line.id);
    const corrected = line.version > 1 ? `\n(${m.register_pdf_corrected({ count: line.version - 1 })})` : '';
    return {
      number: String(line.number),
      time: at ? formatTime(at, ctx.locale, timeZone) : '',
      what:
        line.legs
          .map((leg) => `${m.deal_leg({ giver: leg.giverName, receiver: leg.receiverName })}: ${leg.what}`)
          .join('\n') + corrected,
      value: euros(line.value),
      signed: line.signed.map(({ name: signer }) => signer).join('\n'),
      isSum: false,
    };
  };
  const value = lines.reduce((sum, line) => sum + line.value, 0);
  const day = formatDay(startsAt, ctx.locale, timeZone);
  return { name, day, rows: lines.map(toRow), deals: lines.length, value, timeZone };
}

/** For notaries, valuers and organisers. @throws AppError */
export async function registerPdf(ctx: Context, slug: string): Promise<Response> {
  const { name, day, rows, deals, value, timeZone } = await registered(ctx, slug);
  const title = m.register_pdf_title();
  const options = { title: `${title}, ${name}`, locale: ctx.locale, created: ctx.now, footer: name };
  const sum: Row = { number: '', time: '', what: m.register_pdf_sum(), value: euros(value), signed: '', isSum: true };
  const strong = ({ isSum }: Row) => isSum;
  return pdfAnswer(fileName(m.register_pdf_file(), slug), options, async (sheet) => {
    sheet.title(title, `${name}, ${day}`);
    const time = formatInstant(ctx.now, ctx.locale, timeZone);
    sheet.text(m.register_pdf_lead({ deals, value: euros(value), time }));
    await sheet.table<Row>(
      [
        { head: m.register_pdf_number(), share: 0.6, align: 'right', value: (row) => row.number },
        { head: m.register_pdf_time(), share: 1.1, value: (row) => row.time },
        { head: m.register_pdf_what(), share: 5, value: (row) => row.what, strong },
        { head: m.register_pdf_value(), share: 1.1, align: 'right', value: (row) => row.value, strong },
        { head: m.register_pdf_signed(), share: 1.8, value: (row) => row.signed },
      ],
      [...rows, sum],
    );
    sheet.keepTogether(80);
    sheet.space(40);
    sheet.rule();
    sheet.text(m.register_pdf_signature(), { muted: true });
  });
}
