/** What comes out of the work on paper and into calendars: the certificate with its public page, the charter, the feed. */
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarOf } from '../../../src/lib/domains/engagements/server/calendar/calendar-of';
import { endCalendarLink } from '../../../src/lib/domains/engagements/server/commands/calendar/end-calendar-link';
import { renewCalendarLink } from '../../../src/lib/domains/engagements/server/commands/calendar/renew-calendar-link';
import { issueCertificate } from '../../../src/lib/domains/engagements/server/commands/certificate/issue-certificate';
import { withdrawCertificate } from '../../../src/lib/domains/engagements/server/commands/certificate/withdraw-certificate';
import { deleteHours } from '../../../src/lib/domains/engagements/server/commands/hours/delete-hours';
import { editHours } from '../../../src/lib/domains/engagements/server/commands/hours/edit-hours';
import { logHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { queryHours } from '../../../src/lib/domains/engagements/server/commands/hours/query-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { saveMilestone } from '../../../src/lib/domains/engagements/server/commands/plan/save-milestone';
import { certificatePdf } from '../../../src/lib/domains/engagements/server/documents/certificate-pdf';
import { charterPdf } from '../../../src/lib/domains/engagements/server/documents/charter-pdf';
import { hoursPage } from '../../../src/lib/domains/engagements/server/queries/work/hours-page';
import { certificatePage } from '../../../src/lib/domains/engagements/server/queries/work/certificate-page';
import { myDeadlines } from '../../../src/lib/domains/engagements/server/queries/work/my-deadlines';
import { verifyCertificate } from '../../../src/lib/domains/engagements/server/queries/work/verify-certificate';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { asPerson, asStranger } from '../../support/contexts';
import { createDelivered, createEngagement, readEngagement } from '../../support/factories/engagements';
import { createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());

const all = { showsName: true, showsMission: true, showsHours: true };
const nothing = { showsName: false, showsMission: false, showsHours: false };
const bytesOf = (answer: Response) => buffer(answer.body as unknown as NodeJS.ReadableStream);

describe('a certificate', () => {
  it('is the volunteer’s, and its public page shows what she agreed to, until she closes it', async () => {
    const made = await createDelivered();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const which = { engagementId: made.id };
    const { entryId } = await logHours(her, { ...which, day: isoDay(now()), minutes: 150, kind: 'drafting', note: '' });
    await verifyHours(ngo, { ...which, entryIds: [entryId] });
    await logHours(her, { ...which, day: isoDay(now()), minutes: 60, kind: 'review', note: '' });
    await expect(certificatePdf(her, made.id)).rejects.toMatchObject({ code: 'not_found' });
    await Promise.all([1, 2, 3].map(() => issueCertificate(her, { ...which, ...all })));
    const code = (await readEngagement(made.id)).certificate?.code ?? '';
    expect((await certificatePage(her, made.id)).certificate?.address).toBe(`http://causeway.test/verify/${code}`);
    expect(await verifyCertificate(code)).toMatchObject({
      name: her.actor?.name,
      mission: { slug: made.mission.slug },
      verifiedMinutes: 150,
    });
    const pdf = await bytesOf(await certificatePdf(her, made.id));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

    await issueCertificate(her, { ...which, ...nothing });
    expect(await verifyCertificate(code)).toMatchObject({ name: null, mission: null, verifiedMinutes: null });
    expect((await readEngagement(made.id)).timeline.filter(({ what }) => what === 'certificate')).toHaveLength(1);
    await withdrawCertificate(her, which);
    await withdrawCertificate(her, which);
    await expect(verifyCertificate(code)).rejects.toMatchObject({ code: 'not_found' });
    await issueCertificate(her, { ...which, ...all });
    expect((await readEngagement(made.id)).certificate?.code).not.toBe(code);

    await expect(issueCertificate(ngo, { ...which, ...all })).rejects.toMatchObject({ code: 'forbidden' });
    for (const refused of [() => certificatePage(ngo, made.id), () => certificatePdf(ngo, made.id)])
      await expect(refused()).rejects.toMatchObject({ code: 'not_found' });
    const outsider = await asPerson((await createSomePerson()).id);
    for (const refused of [
      () => issueCertificate(outsider, { ...which, ...all }),
      () => withdrawCertificate(outsider, which),
      () => certificatePage(outsider, made.id),
      () => charterPdf(outsider, made.id),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'not_found' });
    for (const wrong of ['', 'x', `${code}0`, '__proto__', '$ne'])
      await expect(verifyCertificate(wrong)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('waits for accepted work, and names no confidential mission', async () => {
    const working = await createEngagement();
    await expect(
      issueCertificate(await working.byVolunteer(), { engagementId: working.id, ...all }),
    ).rejects.toMatchObject({ reason: 'engagement_refusal_state' });
    const pdf = await bytesOf(await charterPdf(await working.byNgo(), working.id));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const made = await createDelivered({ content: { confidentiality: 'members' } });
    await issueCertificate(await made.byVolunteer(), { engagementId: made.id, ...all });
    const code = (await readEngagement(made.id)).certificate?.code ?? '';
    expect(await verifyCertificate(code)).toMatchObject({ mission: null, verifiedMinutes: 0 });
  });
});

describe('the dates of work', () => {
  it('stand on My work and behind a secret address that can be renewed and ended', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const day = isoDay(new Date(now().getTime() + 4 * DAY));
    const step = {
      engagementId: made.id,
      milestoneId: null,
      title: 'Draft, with; signs',
      day,
      owner: 'volunteer' as const,
    };
    await saveMilestone(ngo, step);
    const kinds = async (ctx: typeof her) => (await myDeadlines(ctx)).dates.map(({ kind }) => kind).sort();
    expect(await kinds(her)).toEqual(['milestone', 'work_ends']);
    // The NGO sees the end of the work, not the steps that are hers.
    expect(await kinds(ngo)).toEqual(['work_ends']);
    expect((await myDeadlines(her)).hasCalendarLink).toBe(false);

    const secretOf = ({ address }: { address: string }) => /calendar\/([0-9a-f]{32})\.ics$/.exec(address)?.[1] ?? '';
    const first = secretOf(await renewCalendarLink(her));
    const text = await (await calendarOf(first, now())).text();
    expect(text).toContain('SUMMARY:Draft\\, with\\; signs');
    expect(text).toContain(`DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`);
    const second = secretOf(await renewCalendarLink(her));
    await expect(calendarOf(first, now())).rejects.toMatchObject({ code: 'not_found' });
    expect((await calendarOf(second, now())).headers.get('content-type')).toContain('text/calendar');
    await endCalendarLink(her);
    await endCalendarLink(her);
    await expect(calendarOf(second, now())).rejects.toMatchObject({ code: 'not_found' });
    await expect(calendarOf('$ne', now())).rejects.toMatchObject({ code: 'not_found' });
    await expect(renewCalendarLink(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('an entry of hours', () => {
  it('may be corrected for seven days, and later only when the NGO asks', async () => {
    const made = await createEngagement();
    const entry = { engagementId: made.id, day: isoDay(now()), minutes: 90, kind: 'drafting' as const, note: '' };
    const { entryId } = await logHours(await made.byVolunteer(), entry);
    setClock(new Date(now().getTime() + 6 * DAY));
    await editHours(await made.byVolunteer(), { ...entry, minutes: 75, entryId });
    setClock(new Date(now().getTime() + 2 * DAY));
    const her = await made.byVolunteer();
    const closed = { reason: 'hours_refusal_window' };
    await expect(editHours(her, { ...entry, minutes: 60, entryId })).rejects.toMatchObject(closed);
    await expect(deleteHours(her, { engagementId: made.id, entryId })).rejects.toMatchObject(closed);
    expect((await hoursPage(her, made.id)).entries).toMatchObject([{ minutes: 75, mayChange: false }]);
    await queryHours(await made.byNgo(), { engagementId: made.id, entryId, reason: 'Which articles?' });
    await editHours(her, { ...entry, minutes: 60, note: 'Articles 4 and 5', entryId });
    expect((await hoursPage(her, made.id)).entries).toMatchObject([{ minutes: 60, mayChange: false }]);
  });
});
