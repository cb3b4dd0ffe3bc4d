/** The charter as a PDF: the text as it was shown and hashed, with who signed it when. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { pdfAnswer } from '$lib/server/pdf/pdf-answer';
import { formatDay, formatInstant } from '$lib/shared/dates';
import { charterPage, charterVersion } from '../queries/charter/charter-page';

/**
 * In the language of the reader around a text in the charter's own; the version in force, or the one asked for.
 * @throws AppError not_found for strangers and versions that never were
 */
export async function charterPdf(ctx: Context, id: string, asked: number | null = null): Promise<Response> {
  const charter = asked === null ? await charterPage(ctx, id) : await charterVersion(ctx, id, asked);
  const ngo = charter.ngo?.name ?? m.engagement_confidential_ngo();
  const version = m.charter_version({
    version: charter.version,
    day: formatDay(new Date(charter.writtenAt), ctx.locale),
  });
  const options = {
    title: m.charter_title({ role: charter.role.title }),
    locale: charter.terms.language,
    created: new Date(charter.writtenAt),
    footer: `${charter.role.title}, ${version}`,
  };
  return pdfAnswer(`${m.engagement_tab_charter()} ${charter.role.title} v${charter.version}.pdf`, options, (sheet) => {
    sheet.title(charter.role.title, charter.mission.title);
    sheet.text(version, { muted: true });
    charter.sections.forEach(({ heading, lines }, index) => {
      sheet.heading(`${index + 1}. ${heading}`);
      if (lines.length === 1) sheet.text(lines[0] ?? '');
      else sheet.list(lines);
    });
    sheet.rule();
    sheet.heading(m.charter_signatures());
    const signatures = (['volunteer', 'ngo'] as const).map((party): [string, string] => {
      const signed = charter.signatures.find((each) => each.party === party);
      const who = party === 'ngo' ? ngo : charter.volunteer.name;
      return signed
        ? [who, `${signed.name}, ${formatInstant(new Date(signed.at), ctx.locale)}`]
        : [who, m.charter_not_signed({ party: who })];
    });
    sheet.facts([...signatures, [m.charter_hash(), charter.hash]]);
  });
}
