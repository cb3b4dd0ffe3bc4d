/** From verified hours to the statement: draw-down, lines that never change, who may read what. */
import { afterEach, describe, expect, it } from 'vitest';
import { deleteAccount } from '../../../src/lib/domains/accounts/server/commands/delete-account';
import { updatePreferences } from '../../../src/lib/domains/accounts/server/commands/update-preferences';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { hashPassword } from '../../../src/lib/domains/accounts/server/passwords/hash-password';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { terminateEngagement } from '../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { addsUp } from '../../../src/lib/domains/programmes/budget';
import { yearOf } from '../../../src/lib/domains/programmes/programme';
import { setRate } from '../../../src/lib/domains/programmes/server/commands/programme/set-rate';
import { foldFigures } from '../../../src/lib/domains/programmes/server/jobs/fold-figures';
import { employerDashboard } from '../../../src/lib/domains/programmes/server/queries/employer-dashboard';
import {
  employerStatement,
  ownStatement,
  statementFileOf,
} from '../../../src/lib/domains/programmes/server/queries/statements';
import { requestsOf } from '../../../src/lib/domains/programmes/server/queries/requests-of';
import { SponsoredEntries } from '../../../src/lib/domains/programmes/server/statements/entry.model';
import { statementCsv } from '../../../src/lib/domains/programmes/server/statements/statement-csv';
import { statementAnswer } from '../../../src/lib/domains/programmes/server/statements/statement-answer';
import { statementLines } from '../../../src/lib/domains/programmes/server/statements/statement-lines';
import { now } from '../../../src/lib/server/clock';
import { isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { readEngagement, startWork, type CreatedApplication } from '../../support/factories/engagements';
import { createMember, type CreatedOrganisation } from '../../support/factories/organisations';
import { createEmployer, createRequest, readSponsorship, readYear } from '../../support/factories/programmes';

afterEach(drainAll);
const year = () => yearOf(now());

async function workOn(request: CreatedApplication, minutes: readonly number[]): Promise<void> {
  await startWork(request);
  for (const each of minutes)
    await logHours(await request.byVolunteer(), {
      engagementId: request.id,
      day: isoDay(now()),
      minutes: each,
      kind: 'drafting',
      note: 'Articles 4 to 9.',
    });
  const entryIds = (await readEngagement(request.id)).hours.map(({ id }) => id);
  await verifyHours(await request.byNgo(), { engagementId: request.id, entryIds });
  await drainAll();
}

async function textOf(employer: CreatedOrganisation): Promise<string> {
  let text = '';
  for await (const piece of statementCsv(statementLines({ organisationId: employer.id, year: year() }))) text += piece;
  return text;
}

describe('verified hours', () => {
  it('draw the budget down, become lines with their rate, and what is left returns at the end', async () => {
    const employer = await createEmployer({ approval: 'automatic' }, { country: 'LU' });
    const request = await createRequest(employer, { hours: 5, showsMission: true });
    await workOn(request, [90, 60]);
    expect(await readYear(employer.id)).toMatchObject({ usedMinutes: 150, reservedMinutes: 150 });
    await drainAll();
    const [line] = await SponsoredEntries.find({ organisationId: employer.id }).lean();
    expect(line).toMatchObject({
      rate: { cents: 5520, country: 'LU', year: 2024 },
      personName: request.volunteer.name,
    });
    const owner = await asPerson(employer.ownerId);
    await setRate(owner, { organisationId: employer.id, country: 'LU', year: year(), cents: 8000, source: 'Accounts' });
    await logHours(await request.byVolunteer(), {
      engagementId: request.id,
      day: isoDay(now()),
      minutes: 400,
      kind: 'review',
      note: 'Too much.',
    });
    const entryIds = (await readEngagement(request.id)).hours.map(({ id }) => id);
    await verifyHours(await request.byNgo(), { engagementId: request.id, entryIds });
    await drainAll();
    const lines = await SponsoredEntries.find({ organisationId: employer.id }).lean();
    expect(lines.map(({ minutes }) => minutes).toSorted()).toEqual([150, 60, 90]);
    expect(lines.find(({ minutes }) => minutes === 150)).toMatchObject({ ofMinutes: 400, rate: { cents: 8000 } });
    const { facts } = await employerStatement(owner, employer.slug, { year: year(), personId: null });
    expect(facts.totals).toEqual({
      lines: 3,
      minutes: 300,
      value: lines.reduce((sum, { value }) => sum + value, 0),
      people: 1,
    });
    expect(addsUp(await readYear(employer.id))).toBe(true);
    await terminateEngagement(await request.byNgo(), {
      engagementId: request.id,
      kind: 'other',
      reason: 'The file was withdrawn.',
    });
    await drainAll();
    expect((await readSponsorship(request.id)).state).toBe('closed');
    expect(await readYear(employer.id)).toMatchObject({ usedMinutes: 300, reservedMinutes: 0, freeMinutes: 5700 });
  });

  it('keep the name under which the work was done, also when she is renamed or has left', async () => {
    const employer = await createEmployer({ approval: 'automatic' });
    const request = await createRequest(employer, { hours: 5 });
    const { id, name } = request.volunteer;
    await workOn(request, [60]);
    const before = await textOf(employer);
    expect(before).toContain(name);
    await updatePreferences(await asPerson(id), { name: '=Renamed()', locale: 'fr', timeZone: 'Europe/Paris' });
    await People.updateOne({ _id: id }, { $set: { passwordHash: await hashPassword('a quiet river in spring') } });
    await deleteAccount(await asPerson(id), { current_password: 'a quiet river in spring' });
    await drainAll();
    expect(await textOf(employer)).toBe(before);
    expect((await readSponsorship(request.id)).state).not.toBe('approved');
  });
});

describe('statements', () => {
  it('name no mission that she does not show, and are for HR and herself only', async () => {
    const employer = await createEmployer({ approval: 'automatic' });
    const request = await createRequest(employer, { hours: 5 });
    await workOn(request, [60]);
    const text = await textOf(employer);
    expect(text).not.toContain('clean air');
    const owner = await asPerson(employer.ownerId);
    const list = await requestsOf(owner, employer.slug, { view: 'running' });
    expect(JSON.stringify(list)).not.toMatch(/clean air|climate|missionId/);
    const viewer = await createMember(employer, 'viewer');
    const other = await createEmployer();
    const order = { year: year(), personId: null };
    const ask = async (ctx: Parameters<typeof employerStatement>[0]) => employerStatement(ctx, employer.slug, order);
    await expect(ask(await asPerson(viewer.id))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(ask(await asPerson(other.ownerId))).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(await request.byVolunteer())).rejects.toMatchObject({ code: 'not_found' });
    await expect(ask(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(employerStatement(owner, employer.slug, { year: year(), personId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect((await ownStatement(await request.byVolunteer(), year())).facts.totals.minutes).toBe(60);
    await expect(ownStatement(owner, year())).rejects.toMatchObject({ code: 'not_found' });
    for (const name of ['2026.exe', '../2026.pdf', '26.pdf']) expect(() => statementFileOf(name)).toThrow();
  });

  it('hide figures of fewer than five people on the dashboard', async () => {
    const employer = await createEmployer({ approval: 'automatic' });
    const request = await createRequest(employer, { hours: 5 });
    await workOn(request, [60]);
    await foldFigures();
    const board = await employerDashboard(await asPerson(employer.ownerId), employer.slug, null);
    expect(board.figures).toMatchObject({ minutes: 60, people: null });
    expect(board.byCause.every(({ minutes }) => minutes === null)).toBe(true);
    const other = await createEmployer();
    await expect(employerDashboard(await asPerson(other.ownerId), employer.slug, null)).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('of a thousand lines stream without memory growing by more than 50 MB', async () => {
    const employer = await createEmployer({ approval: 'automatic' });
    const line = {
      organisationId: employer.id,
      sponsorshipId: newId(),
      personId: newId(),
      personName: 'Łukasz Żółć',
      roleTitle: 'Drafting lawyer',
      missionTitle: 'Amendments for clean air in cities',
      ngoName: 'Riverbend Alliance',
      missionId: newId(),
      day: `${year()}-03-28`,
      kind: 'drafting',
      minutes: 90,
      ofMinutes: 90,
      verifiedByName: 'Marta Lindqvist',
      verifiedAt: now(),
      rate: { cents: 4820, country: 'BE', year: 2024, source: 'Eurostat, lc_lci_lev' },
      value: 7230,
    };
    await SponsoredEntries.insertMany(Array.from({ length: 1000 }, () => ({ ...line, _id: newId() })));
    const file = await employerStatement(await asPerson(employer.ownerId), employer.slug, {
      year: year(),
      personId: null,
    });
    // The first one loads the fonts.
    await statementAnswer(file, 'pdf').arrayBuffer();
    globalThis.gc?.();
    const start = process.memoryUsage().rss;
    let most = 0;
    let bytes = 0;
    const reader = statementAnswer(file, 'pdf').body?.getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      bytes += part.value.length;
      most = Math.max(most, process.memoryUsage().rss - start);
    }
    expect(bytes).toBeGreaterThan(20_000);
    expect(most / 1_048_576).toBeLessThan(50);
    const csv = await statementAnswer(file, 'csv').text();
    expect(csv.trim().split('\r\n')).toHaveLength(1002);
    expect(csv).toContain('TOTAL,,,,,,,,,90000,1500.00,,,,,72300.00,,,');
  });
});
