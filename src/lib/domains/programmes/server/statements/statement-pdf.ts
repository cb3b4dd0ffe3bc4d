/** A statement as PDF: hours first, then what they are reckoned at, and every entry with who verified it and when. */
import { m } from '$lib/paraglide/messages.js';
import type { PdfOptions, Sheet } from '$lib/server/pdf/sheet';
import { kindName } from '$lib/domains/engagements/hours/hours-words';
import type { HoursKind } from '$lib/domains/engagements/hours/hours';
import { formatDay, formatShortDay } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import { euroOf, hoursOf, rateWords } from '../../programme-words';
import type { SponsoredEntry } from './entry.model';
import type { StatementTotals } from './statement-lines';

export interface StatementFacts {
  employer: string;
  year: number;
  /** Null for everybody. */
  person: string | null;
  totals: StatementTotals;
  independence: { name: string; at: Date; text: string } | null;
  /** Budget of the year in minutes, where there is one. */
  budget: number | null;
  locale: Locale;
  now: Date;
}

export function statementOptions({ employer, year, locale, now }: StatementFacts): PdfOptions {
  return {
    title: m.statement_title({ employer, year: String(year) }),
    locale,
    created: now,
    footer: m.statement_footer({ employer, year: String(year), day: formatDay(now, locale) }),
    layout: 'landscape',
    margin: 44,
  };
}

export async function writeStatement(
  sheet: Sheet,
  facts: StatementFacts,
  lines: AsyncIterable<SponsoredEntry>,
): Promise<void> {
  const { employer, year, person, totals, independence, budget, locale, now } = facts;
  const noon = (day: string) => new Date(`${day}T12:00:00Z`);
  sheet.title(m.statement_title({ employer, year: String(year) }), m.statement_kicker());
  sheet.facts([
    [m.statement_hours(), hoursOf(totals.minutes, locale)],
    [m.statement_entries(), String(totals.lines)],
    ...(person === null
      ? [[m.statement_people(), String(totals.people)] as const]
      : [[m.statement_person(), person] as const]),
    ...(budget !== null && person === null ? [[m.statement_budget(), hoursOf(budget, locale)] as const] : []),
    [m.statement_value(), euroOf(totals.value, locale)],
  ]);
  sheet.text(m.statement_method(), { muted: true, size: 9 });
  sheet.heading(m.statement_lines());
  const rates = new Map<string, SponsoredEntry['rate']>();
  await sheet.table<SponsoredEntry>(
    [
      { head: m.statement_day(), share: 1.3, value: ({ day }) => formatShortDay(noon(day), locale, now, 'UTC') },
      ...(person === null
        ? [{ head: m.statement_person(), share: 2, value: (line: SponsoredEntry) => line.personName }]
        : []),
      { head: m.statement_work(), share: 3.4, value: (line) => workOf(line) },
      { head: m.statement_hours(), share: 1, align: 'right', value: (line) => countedOf(line, locale) },
      {
        head: m.statement_rate(),
        share: 1.7,
        align: 'right',
        value: ({ rate }) => {
          rates.set(`${rate.country} ${rate.year} ${rate.cents} ${rate.source}`, rate);
          return `${euroOf(rate.cents, locale)} (${rate.country} ${rate.year})`;
        },
      },
      { head: m.statement_value(), share: 1.3, align: 'right', value: ({ value }) => euroOf(value, locale) },
      {
        head: m.statement_verified(),
        share: 2.2,
        value: (line) =>
          m.statement_verified_by({
            name:
              line.ngoName === null || line.verifiedByName === '' ? m.statement_verified_ngo() : line.verifiedByName,
            day: formatShortDay(line.verifiedAt, locale, now),
          }),
      },
    ],
    lines,
  );
  sheet.space(6);
  sheet.text(
    m.statement_total({
      hours: hoursOf(totals.minutes, locale),
      value: euroOf(totals.value, locale),
      lines: totals.lines,
    }),
    { strong: true },
  );
  if (rates.size > 0) {
    sheet.heading(m.statement_rates());
    sheet.list([...rates.values()].map((rate) => rateWords(rate, locale)));
  }
  if (independence) {
    sheet.heading(m.programme_independence_title());
    sheet.text(independence.text);
    sheet.text(m.programme_signed_by({ name: independence.name, day: formatDay(independence.at, locale) }), {
      muted: true,
    });
  }
}

function workOf({ roleTitle, missionTitle, ngoName, kind }: SponsoredEntry): string {
  const what = missionTitle === null ? m.statement_mission_hidden() : `${missionTitle} (${ngoName ?? ''})`;
  return `${roleTitle}, ${kindName(kind as HoursKind)}. ${what}`;
}

/** "2.5 h", and "of 6 h" where the approved hours covered a part of what was verified. */
function countedOf({ minutes, ofMinutes }: SponsoredEntry, locale: Locale): string {
  const hours = hoursOf(minutes, locale);
  return ofMinutes > minutes ? m.statement_part({ hours, of: hoursOf(ofMinutes, locale) }) : hours;
}
