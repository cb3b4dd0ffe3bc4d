import { describe, expect, it } from 'vitest';
import { fileReport } from '../../../src/lib/domains/moderation/server/commands/file-report';
import { resolveReport } from '../../../src/lib/domains/moderation/server/commands/resolve-report';
import {
  countOpenReports,
  openReports,
  reportPage,
} from '../../../src/lib/domains/moderation/server/queries/open-reports';
import { Reports } from '../../../src/lib/domains/moderation/server/report.model';
import { emit } from '../../../src/lib/server/events';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const words = { reason: 'misleading' as const, text: 'The register number belongs to somebody else.' };

async function filed(reporter?: string) {
  const organisation = await createVerifiedOrganisation({ name: `Reported ${newId()}` });
  const ctx = await asPerson(reporter ?? (await createSomePerson({ locale: 'fr' })).id);
  const input = { ...words, subject: 'organisation' as const, subjectId: organisation.id };
  return { ...(await fileReport(ctx, input)), ctx, input, organisation };
}

describe('fileReport', () => {
  it('puts a report in the queue, oldest first, and tells the moderators', async () => {
    const moderator = await createModerator({ locale: 'nl' });
    const before = await countOpenReports(asSystem());
    const [first, second] = [await filed(), await filed()];
    const ids = (await openReports(await asPerson(moderator.id))).map(({ id }) => id);
    expect(ids.slice(-2)).toEqual([first.id, second.id]);
    expect(await countOpenReports(asSystem())).toBe(before + 2);
    await drainAll();
    const mail = (await mailTo(moderator.email)).find(({ text }) => text.includes(first.id));
    expect(mail?.subject).toMatch(/^Gemeld: Reported /);
    expect(mail?.text).toContain(`> ${words.text}`);
  });

  it('makes one report of a form sent ten times, and of a person who reports twice', async () => {
    const { ctx, input } = await filed();
    const other = await createVerifiedOrganisation();
    const formKey = newId();
    const made = await Promise.all(
      Array.from({ length: 10 }, () => fileReport(ctx, { ...input, subjectId: other.id }, { formKey })),
    );
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    await expect(fileReport(ctx, input)).rejects.toMatchObject({
      code: 'refused',
      reason: 'report_refusal_already_open',
    });
  });

  it('takes only what the reporter can see, from people with a confirmed address, and not without end', async () => {
    const { ctx, input } = await filed();
    const pending = await createPendingOrganisation();
    await expect(fileReport(ctx, { ...input, subjectId: pending.id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(fileReport(ctx, { ...input, subject: 'mission', subjectId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(fileReport(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    const unconfirmed = await asPerson((await createSomePerson({ confirmed: false })).id);
    await expect(fileReport(unconfirmed, input)).rejects.toMatchObject({ code: 'forbidden' });
    const many = async () => {
      for (let i = 0; i < 25; i++)
        await fileReport(ctx, input).catch((error: { code: string }) => {
          if (error.code === 'limited') throw error;
        });
    };
    await expect(many()).rejects.toMatchObject({ code: 'limited' });
  });
});

describe('resolveReport', () => {
  it('closes it and writes to whoever reported, in her language', async () => {
    const reporter = await createSomePerson({ locale: 'fr' });
    const { id, ctx, input } = await filed(reporter.id);
    const moderator = await createModerator({ name: 'Mia' });
    const resolve = { reportId: id, outcome: 'acted' as const, note: 'We asked them to correct it.' };
    await resolveReport(await asPerson(moderator.id), resolve);
    expect(await reportPage(asSystem(), id)).toMatchObject({ state: 'resolved', outcome: 'acted', resolvedBy: 'Mia' });
    await drainAll();
    const mail = (await mailTo(reporter.email)).at(-1);
    expect(mail?.subject).toMatch(/^Votre signalement sur /);
    expect(mail?.text).toContain(`> ${resolve.note}`);
    // Closed: the same person may report the same page again.
    await expect(fileReport(ctx, input)).resolves.toMatchObject({ created: true });
  });

  it('lets one of two moderators close it', async () => {
    const { id } = await filed();
    const both = await Promise.allSettled(
      [await createModerator(), await createModerator()].map(async (moderator) =>
        resolveReport(await asPerson(moderator.id), { reportId: id, outcome: 'no_action', note: 'All is well.' }),
      ),
    );
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = both.filter((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict', reason: 'error_conflict' });
  });

  it('tells nobody else that there are reports', async () => {
    const { id, ctx } = await filed();
    const input = { reportId: id, outcome: 'acted' as const, note: 'Not mine to decide.' };
    for (const stranger of [asStranger(), ctx]) {
      await expect(resolveReport(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
      await expect(reportPage(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
      await expect(openReports(stranger)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(resolveReport(asSystem(), { ...input, reportId: newId() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('a reporter who deletes her account', () => {
  it('is forgotten; the report stays', async () => {
    const reporter = await createSomePerson();
    const { id } = await filed(reporter.id);
    const payload = { personId: reporter.id, email: reporter.email, name: reporter.name, locale: 'en' as const };
    await Reports.updateOne({ _id: id }, { $push: { outbox: emit('account.deleted', payload) } });
    await drainAll();
    expect(await reportPage(asSystem(), id)).toMatchObject({ reporter: null, text: words.text, state: 'open' });
    expect(JSON.stringify(await Reports.findById(id).lean())).not.toContain(reporter.id);
  });
});

describe('a report about a volunteer', () => {
  it('is taken from who sees her page, and named to the moderators', async () => {
    const seen = await createVolunteer({ visibility: 'everyone' });
    const hidden = await createVolunteer({ visibility: 'applied' });
    const ctx = await asPerson((await createSomePerson()).id);
    const input = { ...words, subject: 'volunteer' as const };
    const { id } = await fileReport(ctx, { ...input, subjectId: seen.id });
    expect(await reportPage(asSystem(), id)).toMatchObject({ label: seen.name, path: `/volunteers/${seen.id}` });
    await expect(fileReport(ctx, { ...input, subjectId: hidden.id })).rejects.toMatchObject({ code: 'not_found' });
    const herself = await asPerson(seen.id);
    await expect(fileReport(herself, { ...input, subjectId: seen.id })).rejects.toMatchObject({ code: 'not_found' });
  });
});
