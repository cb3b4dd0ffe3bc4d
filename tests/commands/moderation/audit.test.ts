import { describe, expect, it } from 'vitest';
import { grantPlatformRole } from '../../../src/lib/domains/accounts/server/commands/operator/grant-platform-role';
import { auditFilterOf, type AuditFilter } from '../../../src/lib/domains/moderation/audit';
import { AuditEntries } from '../../../src/lib/domains/moderation/server/audit-entry.model';
import { auditCsvHead, auditCsvLines } from '../../../src/lib/domains/moderation/server/audit-csv';
import { auditBatches, auditList, auditPeople } from '../../../src/lib/domains/moderation/server/queries/audit-list';
import { mergeOrganisations } from '../../../src/lib/domains/organisations/server/commands/verification/merge-organisations';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { verifyOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/verify-organisation';
import { Organisations } from '../../../src/lib/domains/organisations/server/organisation.model';
import { setClock } from '../../../src/lib/server/clock';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import {
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

const filter = (query: string): AuditFilter => auditFilterOf(new URLSearchParams(query));

describe('the audit log', () => {
  it('keeps who did what to what, and how it stood before and after', async () => {
    const moderator = await createModerator({ name: 'Mia Moderator' });
    const ctx = await asPerson(moderator.id);
    const made = await createPendingOrganisation({ name: 'Willow Creek Voices' });
    await verifyOrganisation(ctx, { organisationId: made.id, note: 'Statutes read.' });
    await suspendOrganisation(ctx, { organisationId: made.id, reason: 'The website has changed hands.' });
    await drainAll();
    const { lines } = await auditList(ctx, filter(`person=${moderator.id}`));
    expect(lines).toMatchObject([
      {
        kind: 'organisation.suspended',
        who: 'Mia Moderator',
        label: 'Willow Creek Voices',
        before: 'verified',
        after: 'suspended',
        note: 'The website has changed hands.',
      },
      { kind: 'organisation.verified', before: 'pending', after: 'verified', note: 'Statutes read.' },
    ]);
    expect(await auditPeople(ctx)).toContainEqual({ id: moderator.id, name: 'Mia Moderator' });
  });

  it('writes an act once, however often its event is delivered', async () => {
    const ctx = await asPerson((await createModerator()).id);
    const made = await createPendingOrganisation();
    await verifyOrganisation(ctx, { organisationId: made.id });
    const kept = await Organisations.findById(made.id).select('+outbox').lean();
    await drainAll();
    await Organisations.updateOne({ _id: made.id }, { $set: { outbox: kept?.outbox ?? [] } });
    await drainAll();
    expect(await AuditEntries.countDocuments({ subjectId: made.id })).toBe(1);
  });

  it('keeps roles that are given', async () => {
    const administrator = await createSomePerson({ platformRoles: ['administrator'], name: 'Ada' });
    const person = await createSomePerson({ name: 'Bo' });
    await grantPlatformRole(await asPerson(administrator.id), { personId: person.id, role: 'moderator' });
    await drainAll();
    const { lines } = await auditList(asSystem(), filter('kind=account.role_granted'));
    expect(lines[0]).toMatchObject({ who: 'Ada', label: 'Bo', before: '–', after: 'moderator' });
  });

  it('names the organisation that another became part of', async () => {
    const [from, into] = [await createVerifiedOrganisation(), await createVerifiedOrganisation({ name: 'River Kept' })];
    await mergeOrganisations(asSystem(), { fromId: from.id, intoId: into.id, note: 'Twice.' });
    await drainAll();
    const { lines } = await auditList(asSystem(), filter('kind=organisation.merged'));
    expect(lines[0]).toMatchObject({ subjectId: from.id, after: 'River Kept', who: null });
  });

  it('is filtered by period, with both days in it', async () => {
    const acts = [];
    for (const at of ['2031-05-01T00:00:00Z', '2031-05-02T23:59:00Z', '2031-05-03T00:00:00Z']) {
      setClock(new Date(at));
      const made = await createPendingOrganisation();
      await verifyOrganisation(await asPerson((await createModerator()).id), { organisationId: made.id });
      acts.push(made.id);
    }
    await drainAll();
    const { lines } = await auditList(asSystem(), filter('from=2031-05-01&to=2031-05-02'));
    expect(lines.map(({ subjectId }) => subjectId)).toEqual([acts[1], acts[0]]);
  });

  it('comes whole and harmless as CSV', async () => {
    const ctx = await asPerson((await createModerator({ name: '=cmd|calc' })).id);
    const made = await createPendingOrganisation({ name: '+Evil "Quoted", Inc' });
    await verifyOrganisation(ctx, { organisationId: made.id, note: '@SUM(A1)' });
    await drainAll();
    let csv = auditCsvHead();
    for await (const lines of auditBatches(ctx, filter(`person=${ctx.actor.personId}`))) csv += auditCsvLines(lines);
    const [head, line] = csv.trim().split('\r\n');
    expect(head).toBe('at,who,act,subject,subject_id,label,before,after,note');
    expect(line).toContain(`,'=cmd|calc,organisation.verified,organisation,${made.id},"'+Evil ""Quoted"", Inc",`);
    expect(line).toMatch(/,'@SUM\(A1\)$/);
  });

  it('is for moderators', async () => {
    for (const stranger of [asStranger(), await asPerson((await createSomePerson()).id)]) {
      await expect(auditList(stranger, filter(''))).rejects.toMatchObject({ code: 'not_found' });
      await expect(auditPeople(stranger)).rejects.toMatchObject({ code: 'not_found' });
      expect(() => auditBatches(stranger, filter(''))).toThrow(expect.objectContaining({ code: 'not_found' }));
    }
  });
});
