/** The certificate as a PDF for the volunteer: her own document, with the address that proves it. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { AppError } from '$lib/shared/app-error';
import { formatDay } from '$lib/shared/dates';
import { amountOf, timeWords } from '../../hours/hours-words';
import { verifiedByTime } from '../../hours/sponsored-time';
import { ownEngagement } from '../queries/work/certificate-page';
import { sponsorshipOf } from '../sponsoring/sponsor-port';
import { proofAddress } from './proof-address';

/** @throws AppError not_found for everyone but the volunteer, and before she has taken it */
export async function certificatePdf(ctx: Context, id: string): Promise<Response> {
  const { engagement, head } = await ownEngagement(ctx, id);
  const { certificate, acceptedAt, startedAt, endedAt, deliverables } = engagement;
  // While the two are in dispute about the work, it is certified to nobody.
  if (!certificate || engagement.state === 'disputed') throw new AppError('not_found', 'error_not_found');
  const day = (at: Date | null) => (at ? formatDay(at, ctx.locale) : '');
  const sponsorship = await sponsorshipOf(id);
  const time = verifiedByTime(engagement.hours, sponsorship);
  const address = proofAddress(certificate.code);
  const accepted = deliverables.filter(({ state }) => state === 'accepted');
  const rows: [string, string][] = [
    [m.certificate_of(), head.volunteer.name],
    [m.certificate_role(), head.role.title],
    [m.certificate_mission(), head.mission.title],
    [m.certificate_ngo(), head.ngo?.name ?? m.engagement_confidential_ngo()],
    [m.certificate_period(), m.certificate_from_to({ from: day(startedAt), to: day(acceptedAt ?? endedAt) })],
    [m.certificate_hours(), amountOf(head.totals.verified)],
    ...(time.sponsored > 0 && sponsorship
      ? [[m.certificate_time(), timeWords(time, sponsorship.employer)] as [string, string]]
      : []),
    [m.certificate_deliverables(), accepted.map(({ title }) => title).join('; ') || '–'],
    [m.certificate_issued(), day(certificate.issuedAt)],
  ];
  const who = { name: head.volunteer.name, ngo: head.ngo?.name ?? m.engagement_confidential_ngo() };
  const options = {
    title: m.certificate_pdf_title({ name: head.volunteer.name }),
    locale: ctx.locale,
    created: ctx.now,
    footer: address,
  };
  return pdfAnswer(`${m.certificate_file()} ${head.volunteer.name}.pdf`, options, (sheet) => {
    sheet.title(m.certificate_title(), 'Causeway');
    sheet.text(acceptedAt ? m.certificate_sentence(who) : m.certificate_sentence_early(who));
    sheet.facts(rows);
    sheet.rule();
    sheet.text(m.certificate_how_verified(), { muted: true });
    sheet.text(m.certificate_check({ address }));
  });
}
