/** A sponsor in the charter, and whose time an hour was: what is drawn from a budget, and what is a person's own. */
import { afterEach, describe, expect, it } from 'vitest';
import { acceptOffer } from '../../../src/lib/domains/engagements/server/commands/applications/accept-offer';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { endCharterChange } from '../../../src/lib/domains/engagements/server/commands/charter/end-charter-change';
import { proposeCharterChange } from '../../../src/lib/domains/engagements/server/commands/charter/propose-charter-change';
import { editHours } from '../../../src/lib/domains/engagements/server/commands/hours/edit-hours';
import { logHours, type LogHours } from '../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { charterPage } from '../../../src/lib/domains/engagements/server/queries/charter/charter-page';
import { hoursPage } from '../../../src/lib/domains/engagements/server/queries/work/hours-page';
import { bringSponsorIntoCharter } from '../../../src/lib/domains/engagements/server/sponsoring/sponsor-in-charter';
import { addsUp } from '../../../src/lib/domains/programmes/budget';
import { approveSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { recallSponsorship } from '../../../src/lib/domains/programmes/server/commands/requests/recall-sponsorship';
import { SponsoredEntries } from '../../../src/lib/domains/programmes/server/statements/entry.model';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { asPerson } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createApplication,
  createEngagement,
  readEngagement,
  signBoth,
  type CreatedApplication,
} from '../../support/factories/engagements';
import {
  createEmployer,
  createRequest,
  createStaff,
  readSponsorship,
  readYear,
} from '../../support/factories/programmes';

afterEach(() => setClock());
afterEach(drainAll);

const hours = ({ id }: CreatedApplication, minutes: number, more: Partial<LogHours> = {}): LogHours => ({
  engagementId: id,
  day: isoDay(now()),
  minutes,
  kind: 'drafting',
  note: 'Articles 4 to 9.',
  ...more,
});
async function verifyAll(made: CreatedApplication): Promise<void> {
  const entryIds = (await readEngagement(made.id)).hours
    .filter(({ state }) => state !== 'rejected')
    .map(({ id }) => id);
  await verifyHours(await made.byNgo(), { engagementId: made.id, entryIds });
  await drainAll();
}
const sections = async ({ id }: CreatedApplication) =>
  (await readEngagement(id)).charter.sections.flatMap(({ lines }) => lines).join('\n');

describe('the sponsor in the charter', () => {
  it('stands there from the start, or in a new version while it is unsigned, and leaves with a recall', async () => {
    const employer = await createEmployer({ publicName: false });
    const owner = await asPerson(employer.ownerId);
    const early = await createRequest(employer, { showsMission: true });
    await approveSponsorship(owner, { sponsorshipId: early.id });
    await offerRole(await early.byNgo(), { applicationId: early.id });
    await acceptOffer(await early.byVolunteer(), { applicationId: early.id });
    await drainAll();
    expect(await readEngagement(early.id)).toMatchObject({
      charter: { version: 1, terms: { sponsor: { hours: 10, isPublic: false } } },
    });
    expect(await sections(early)).toContain('does not choose, direct, read in advance or approve');
    const late = await createRequest(employer);
    await offerRole(await late.byNgo(), { applicationId: late.id });
    await acceptOffer(await late.byVolunteer(), { applicationId: late.id });
    expect(await sections(late)).not.toContain('does not choose');
    await approveSponsorship(owner, { sponsorshipId: late.id });
    await drainAll();
    await bringSponsorIntoCharter(late.id);
    expect(await readEngagement(late.id)).toMatchObject({ charter: { version: 2, signatures: [] } });
    expect((await mailTo(late.volunteer.email)).at(-1)?.text).toContain('stay out of the content');
    await recallSponsorship(owner, { sponsorshipId: late.id, reason: 'The case ended.' });
    await drainAll();
    expect((await readEngagement(late.id)).charter).toMatchObject({ version: 3, terms: { sponsor: null } });
  });

  it('is proposed once both have signed, once, after a change that waits, and not again when it was declined', async () => {
    const employer = await createEmployer();
    const volunteer = await createStaff(employer);
    const made = await createEngagement({ volunteer });
    const request = await createRequest(employer, { volunteer, application: made });
    const { terms } = (await readEngagement(made.id)).charter;
    const order = { engagementId: made.id, version: 1, terms: { ...terms, hours: 12 }, reason: 'Less time.' };
    await proposeCharterChange(await made.byNgo(), order);
    await approveSponsorship(await asPerson(employer.ownerId), { sponsorshipId: request.id });
    await drainAll();
    const own = (await charterPage(await made.byNgo(), made.id)).change;
    expect(own).toMatchObject({ by: 'ngo', terms: { sponsor: null } });
    const end = async (hash: string) =>
      endCharterChange(await made.byNgo(), { engagementId: made.id, hash, reason: 'Not now.' });
    await end(own?.hash ?? '');
    await drainAll();
    const { change, version } = await charterPage(await made.byVolunteer(), made.id);
    expect(version).toBe(1);
    expect(change).toMatchObject({ by: null, version: 2, terms: { sponsor: { hours: 10 } } });
    await end(change?.hash ?? '');
    await drainAll();
    expect((await readEngagement(made.id)).charterChange).toBeNull();
  });
});

describe('whose time', () => {
  it('is asked only where an employer was; hours before the approval and own time are never drawn', async () => {
    setClock(new Date('2027-03-08T09:00:00Z'));
    const employer = await createEmployer();
    const volunteer = await createStaff(employer);
    const made = await createEngagement({ volunteer });
    const ctx = await made.byVolunteer();
    await expect(logHours(ctx, hours(made, 30, { time: 'sponsored' }))).rejects.toMatchObject({
      reason: 'hours_refusal_no_sponsor',
      field: 'time',
    });
    await logHours(ctx, hours(made, 30));
    expect((await hoursPage(ctx, made.id)).sponsor).toBeNull();
    const request = await createRequest(employer, { volunteer, application: made });
    await logHours(ctx, hours(made, 40));
    expect((await hoursPage(ctx, made.id)).entries.map(({ counts }) => counts).toSorted()).toEqual(['own', 'waiting']);
    await verifyAll(made);
    setClock(new Date('2027-03-10T09:00:00Z'));
    await approveSponsorship(await asPerson(employer.ownerId), { sponsorshipId: request.id });
    await drainAll();
    expect(await SponsoredEntries.countDocuments({ sponsorshipId: made.id })).toBe(0);
    expect(await readYear(employer.id)).toMatchObject({ usedMinutes: 0, reservedMinutes: 600 });
    const later = await made.byVolunteer();
    const before = { day: '2027-03-09', time: 'sponsored' as const };
    await logHours(later, hours(made, 50, before));
    await logHours(later, hours(made, 60));
    await logHours(later, hours(made, 70, { time: 'own' }));
    await verifyAll(made);
    const lines = await SponsoredEntries.find({ sponsorshipId: made.id }).lean();
    expect(lines.map(({ minutes }) => minutes)).toEqual([60]);
    const page = await hoursPage(later, made.id);
    expect(page.sponsor).toMatchObject({ fromDay: '2027-03-10', verified: { sponsored: 60, own: 190 } });
    expect(page.totals.verified).toBe(250);
    expect(addsUp(await readYear(employer.id))).toBe(true);
  });

  it('may be changed in the edit window, and the totals of entries, page, request and budget never disagree', async () => {
    setClock(() => new Date('2027-03-10T09:00:00Z'));
    const employer = await createEmployer({ approval: 'automatic' });
    const volunteer = await createStaff(employer);
    const application = await createApplication({ volunteer });
    const made = await createRequest(employer, { volunteer, application, hours: 2 });
    await offerRole(await made.byNgo(), { applicationId: made.id });
    await acceptOffer(await made.byVolunteer(), { applicationId: made.id });
    await signBoth(made);
    const ctx = await made.byVolunteer();
    const { entryId } = await logHours(ctx, hours(made, 90));
    const second = await logHours(ctx, hours(made, 45, { time: 'own' }));
    await editHours(ctx, { ...hours(made, 90, { time: 'own' }), entryId });
    await editHours(ctx, { ...hours(made, 100, { time: 'sponsored' }), entryId: second.entryId });
    await logHours(ctx, hours(made, 60));
    await verifyAll(made);
    const page = await hoursPage(ctx, made.id);
    const [year, sponsorship] = [await readYear(employer.id), await readSponsorship(made.id)];
    expect(page.totals.verified).toBe(250);
    expect(page.sponsor?.verified).toEqual({ sponsored: 120, own: 130 });
    expect(sponsorship.usedMinutes).toBe(120);
    expect(year).toMatchObject({ usedMinutes: 120, reservedMinutes: 0 });
    await expect(
      editHours(ctx, { ...hours(made, 100, { time: 'own' }), entryId: second.entryId }),
    ).rejects.toMatchObject({ reason: 'hours_refusal_decided' });
    await recallSponsorship(await asPerson(employer.ownerId), { sponsorshipId: made.id, reason: 'The case ended.' });
    await drainAll();
    const after = await hoursPage(ctx, made.id);
    expect(after.sponsor).toMatchObject({ state: 'ended', mayChoose: false, verified: { sponsored: 120, own: 130 } });
    setClock(new Date(now().getTime() + DAY));
    await logHours(await made.byVolunteer(), hours(made, 15));
    expect((await readEngagement(made.id)).hours.at(-1)?.time ?? null).toBeNull();
  });
});
