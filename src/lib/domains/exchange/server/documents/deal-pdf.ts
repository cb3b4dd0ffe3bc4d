/** A registered deal as a PDF, for its sides to keep: what each promised, who makes contact, who signed. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { AppError } from '$lib/shared/app-error';
import { formatDay, formatInstant } from '$lib/shared/dates';
import { slugify } from '$lib/server/addresses/slug';
import { amountWords, categoryName, euros, signedHow } from '../../exchange-words';
import { dealPage, type DealPage } from '../queries/deals';

function contactWords({ contactBy, contactDay }: DealPage, ctx: Context): string {
  if (!contactBy) return '–';
  if (!contactDay) return m.deal_contact_by({ name: contactBy });
  const day = formatDay(new Date(`${contactDay}T12:00:00Z`), ctx.locale, 'UTC');
  return m.deal_contact_by_day({ name: contactBy, day });
}

/** @throws AppError not_found for strangers, and before the deal is registered */
export async function dealPdf(ctx: Context, dealId: string): Promise<Response> {
  const deal = await dealPage(ctx, dealId);
  const { number, edition } = deal;
  if (number === null || !deal.registeredAt) throw new AppError('not_found', 'error_not_found');
  const title = m.deal_pdf_title({ number });
  const options = { title: `${title}, ${edition.name}`, locale: ctx.locale, created: ctx.now, footer: edition.name };
  return pdfAnswer(`${m.deal_pdf_file()}-${edition.slug}-${number}.pdf`, options, (sheet) => {
    sheet.title(title, m.deal_pdf_kicker({ edition: edition.name, city: edition.city }));
    sheet.facts([
      [m.deal_pdf_between(), deal.parties.map(({ name }) => name).join(', ')],
      [m.deal_pdf_registered(), formatInstant(new Date(deal.registeredAt ?? ''), ctx.locale, edition.timeZone)],
      [m.deal_pdf_contact(), contactWords(deal, ctx)],
    ]);
    for (const leg of deal.legs) {
      sheet.keepTogether(120);
      sheet.heading(m.deal_pdf_promise({ giver: leg.giverName, receiver: leg.receiverName }));
      sheet.text(leg.what, { strong: true });
      sheet.facts([
        [m.deal_pdf_amount(), amountWords(leg)],
        [m.exchange_corner(), categoryName(leg.category)],
        [m.deal_pdf_value(), euros(leg.estimate)],
      ]);
    }
    sheet.heading(m.deal_pdf_signed());
    sheet.facts(
      deal.parties.map((one): [string, string] => [
        one.name,
        one.signedBy ? m.deal_signed_by({ name: one.signedBy, how: one.how ? signedHow(one.how) : '' }) : '–',
      ]),
    );
    sheet.rule();
    sheet.text(`${m.deal_pdf_money()} ${m.deal_pdf_after()}`, { muted: true });
  });
}

/** File names without anything that a browser or a disk would change. */
export const fileName = (word: string, slug: string): string => `${slugify(word)}-${slug}.pdf`;
