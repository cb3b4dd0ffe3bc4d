/** The statement on paper says what its entries and its CSV say: every hour, rate, source, name and total. */
import { parse } from 'csv-parse/sync';
import { afterEach, describe, expect, it } from 'vitest';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { euroOf, hoursOf } from '../../../src/lib/domains/programmes/programme-words';
import { yearOf } from '../../../src/lib/domains/programmes/programme';
import { setRate } from '../../../src/lib/domains/programmes/server/commands/programme/set-rate';
import { employerStatement, ownStatement } from '../../../src/lib/domains/programmes/server/queries/statements';
import { SponsoredEntries } from '../../../src/lib/domains/programmes/server/statements/entry.model';
import { statementAnswer } from '../../../src/lib/domains/programmes/server/statements/statement-answer';
import { now } from '../../../src/lib/server/clock';
import { formatShortDay, isoDay } from '../../../src/lib/shared/dates';
import { asPerson } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { readEngagement, startWork, type CreatedApplication } from '../../support/factories/engagements';
import { createEmployer, createRequest } from '../../support/factories/programmes';
import { pdfText } from '../../support/pdf-text';

afterEach(drainAll);

type Row = Record<string, string>;
const year = () => yearOf(now());
/** A cell of the table may go over several lines. */
const flat = (text: string) => text.replaceAll(/\s+/g, ' ');
const count = (text: string, part: string) => text.split(part).length - 1;

async function verified(request: CreatedApplication, minutes: readonly number[]): Promise<void> {
  for (const each of minutes)
    await logHours(await request.byVolunteer(), {
      ...{ engagementId: request.id, day: isoDay(now()), minutes: each, kind: 'drafting', note: '' },
    });
  const entryIds = (await readEngagement(request.id)).hours.map(({ id }) => id);
  await verifyHours(await request.byNgo(), { engagementId: request.id, entryIds });
  await drainAll();
}

async function rowsOf(answer: Response): Promise<Row[]> {
  return parse(await answer.text(), { columns: true }) as Row[];
}
const textOf = async (answer: Response) => flat(pdfText(Buffer.from(await answer.arrayBuffer())));

describe('a statement on paper', () => {
  it('reconciles to its entries and to the CSV, with rate, source, who verified and when', async () => {
    const employer = await createEmployer({ approval: 'automatic' }, { country: 'LU' });
    const owner = await asPerson(employer.ownerId);
    const shown = await createRequest(employer, { hours: 5, showsMission: true });
    const hidden = await createRequest(employer, { hours: 5 });
    for (const request of [shown, hidden]) await startWork(request);
    await verified(shown, [90, 45]);
    const rate = { organisationId: employer.id, country: 'LU', year: year(), cents: 8000, source: 'Accounts, note 7' };
    await setRate(owner, rate);
    // More than was approved: the statement counts a part of it and says so.
    await verified(shown, [400]);
    await verified(hidden, [75]);

    const file = await employerStatement(owner, employer.slug, { year: year(), personId: null });
    const [rows, text] = [await rowsOf(statementAnswer(file, 'csv')), await textOf(statementAnswer(file, 'pdf'))];
    const entries = await SponsoredEntries.find({ organisationId: employer.id }).lean();
    const [total, lines] = [rows.at(-1), rows.slice(0, -1)];
    expect(lines.map(({ entry }) => entry).toSorted()).toEqual(entries.map(({ _id }) => _id).toSorted());
    const minutes = lines.reduce((sum, row) => sum + Number(row['minutes']), 0);
    const cents = lines.reduce((sum, row) => sum + Math.round(Number(row['value_eur']) * 100), 0);
    expect([minutes, cents]).toEqual([300 + 75, entries.reduce((sum, { value }) => sum + value, 0)]);
    expect(total).toMatchObject({ date: 'TOTAL', minutes: String(minutes), value_eur: (cents / 100).toFixed(2) });
    expect(file.facts.totals).toEqual({ lines: 4, minutes, value: cents, people: 2 });

    // The head, the foot and the sum of the lines are one number.
    expect(count(text, hoursOf(minutes, 'en'))).toBe(2);
    expect(count(text, euroOf(cents, 'en'))).toBe(2);
    expect(text).toContain(file.facts.employer);
    for (const row of lines) {
      const [own, all] = [Number(row['minutes']), Number(row['verified_minutes'])];
      expect(text).toContain(hoursOf(own, 'en'));
      if (all > own) expect(text).toContain(hoursOf(all, 'en'));
      expect(text).toContain(row['person']);
      expect(text).toContain(
        `${euroOf(Math.round(Number(row['rate_eur_per_hour']) * 100), 'en')} (LU ${row['rate_year']})`,
      );
      expect(text).toContain(euroOf(Math.round(Number(row['value_eur']) * 100), 'en'));
      expect(text).toContain(row['rate_source']);
      expect(text).toContain(formatShortDay(new Date(row['verified_at'] ?? ''), 'en', now()));
      if (row['verified_by']) expect(text).toContain(row['verified_by']);
    }
    expect(lines.some((row) => row['rate_source']?.startsWith('Eurostat'))).toBe(true);
    expect(lines.some((row) => row['rate_source'] === rate.source)).toBe(true);

    // The one who shows nothing of her mission shows no mission, NGO or verifier on paper either.
    const own = await textOf(statementAnswer(await ownStatement(await hidden.byVolunteer(), year()), 'pdf'));
    expect(own).toContain(hoursOf(75, 'en'));
    expect(own).not.toContain('clean air');
    expect(own).not.toContain((await asPerson(hidden.mission.ownerId)).actor?.name ?? '?');
    expect(own).not.toContain(shown.volunteer.name);
  }, 120_000);
});
