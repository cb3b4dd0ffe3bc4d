/** The moderators' forms: keeping a ranked list, editing a skill with and without scripts, merging two organisations. */
import { describe, expect, it } from 'vitest';
import { auditFilterOf } from '../../src/lib/domains/moderation/audit';
import { auditList } from '../../src/lib/domains/moderation/server/queries/audit-list';
import { keptReceipts, listsOfMission } from '../../src/lib/domains/matching/server/queries/kept-receipts';
import { receiptPage } from '../../src/lib/domains/matching/server/queries/receipt-page';
import { Organisations } from '../../src/lib/domains/organisations/server/organisation.model';
import { likelyDuplicates, mergePreview } from '../../src/lib/domains/organisations/server/queries/likely-duplicates';
import { skillForEdit, skillsForDesk } from '../../src/lib/domains/skills/server/queries/desk/skills-for-desk';
import { skillFilterOf } from '../../src/lib/domains/skills/desk/skill-desk';
import { actions as mergeActions } from '../../src/routes/(app)/moderation/duplicates/[from]/[into]/+page.server';
import { actions as receiptActions } from '../../src/routes/(app)/moderation/receipts/+page.server';
import { actions as skillActions } from '../../src/routes/(app)/moderation/skills/[slug]/+page.server';
import { op } from '../../src/lib/server/mongo';
import { asPerson, asStranger } from '../support/contexts';
import { drainAll } from '../support/drain';
import { createMission } from '../support/factories/missions';
import {
  createMember,
  createModerator,
  createSomePerson,
  createVerifiedOrganisation,
} from '../support/factories/organisations';
import { postForm } from '../support/post-form';

const asModerator = async () => asPerson((await createModerator()).id);
const asAnyone = async () => asPerson((await createSomePerson()).id);

describe('a moderator keeps a ranked list', () => {
  it('once for a form that is sent twice, finds it in the list, replays it, and the audit log has it', async () => {
    const [mission, ctx] = [await createMission(), await asModerator()];
    const form = { missionId: mission.id, roleId: mission.roleIds[0] ?? '', _key: 'sample-key-0123456789' };
    const first = await postForm(receiptActions['keep'], form, { ctx });
    const second = await postForm(receiptActions['keep'], form, { ctx });
    expect(first).toMatchObject({ status: 303, failure: null });
    expect(second.location).toBe(first.location);
    const { receipts, total } = await keptReceipts(ctx, { missionId: mission.id, page: 9 });
    expect(total).toBe(1);
    expect(receipts[0]).toMatchObject({ cause: 'sample', keptBy: ctx.actor?.name, role: 'Drafting lawyer' });
    expect((await receiptPage(ctx, receipts[0]?.id ?? '')).differences).toEqual([]);
    await drainAll();
    const { lines } = await auditList(ctx, auditFilterOf(new URLSearchParams(`about=mission:${mission.id}`)));
    expect(lines.filter(({ kind }) => kind === 'match.receipt_sampled')).toHaveLength(1);
  });

  it('alone: others find no such page, and nothing is kept', async () => {
    const mission = await createMission();
    const form = { missionId: mission.id, roleId: mission.roleIds[0] ?? '' };
    for (const ctx of [await asAnyone(), asStranger(), await asPerson(mission.ownerId)]) {
      expect((await postForm(receiptActions['keep'], form, { ctx })).status).toBe(404);
      await expect(keptReceipts(ctx, { missionId: null, page: 1 })).rejects.toMatchObject({ code: 'not_found' });
      await expect(listsOfMission(ctx, mission.id)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect((await keptReceipts(await asModerator(), { missionId: mission.id, page: 1 })).total).toBe(0);
  });
});

describe('a moderator edits skills', () => {
  const fields = { group: 'eu-law', en: 'Space treaties', fr: 'Traités spatiaux', nl: 'Ruimteverdragen' };
  const save = async (slug: string, body: Record<string, string>, ctx?: Awaited<ReturnType<typeof asModerator>>) =>
    postForm(skillActions.save, body, { params: { slug }, ctx: ctx ?? (await asModerator()) });

  it('adds one with a neighbour given by name, as without scripts, and retires it', async () => {
    const ctx = await asModerator();
    const made = await save('new', { ...fields, relatedName: 'Environmental law', altEn: 'orbit law\norbit law' }, ctx);
    expect(made).toMatchObject({ status: 303, location: '/moderation/skills/space-treaties' });
    const skill = await skillForEdit(ctx, 'space-treaties');
    expect(skill).toMatchObject({ version: 1, related: [{ slug: 'environmental-law', fraction: 0.5 }], active: true });
    expect(skill.altLabels.en).toEqual(['orbit law']);
    const retired = { ...fields, seen: '1', retired: 'on', 'related[]': 'environmental-law:0.3' };
    expect((await save('space-treaties', retired, ctx)).status).toBe(303);
    const list = (query: string) => skillsForDesk(ctx, skillFilterOf(new URLSearchParams(query)));
    expect((await list('q=space+treaties')).total).toBe(0);
    expect((await list('q=space+treaties&standing=retired')).skills).toMatchObject([
      { slug: 'space-treaties', neighbours: 1 },
    ]);
    await drainAll();
    const { lines } = await auditList(ctx, auditFilterOf(new URLSearchParams('about=skill:space-treaties')));
    expect(lines).toHaveLength(2);
  });

  it('shows both versions to the second of two editors, with what she typed', async () => {
    await save('new', { ...fields, en: 'Lunar law' });
    await save('lunar-law', { ...fields, en: 'Law of the moon', seen: '1' });
    const late = await save('lunar-law', { ...fields, en: 'Moon rules', seen: '1', 'related[]': 'eu-law:0.4' });
    expect(late.status).toBe(409);
    expect(late.failure?.values).toMatchObject({ en: 'Moon rules', related: ['eu-law:0.4'] });
    expect(late.failure).toMatchObject({ theirs: { version: 2, labels: { en: 'Law of the moon' } } });
    expect(late.failure).toHaveProperty('names.eu-law');
  });

  it.each([
    [{ ...fields, fr: '' }, 'message'],
    [{ ...fields, relatedName: 'No such skill anywhere' }, 'related'],
    [{ ...fields, 'related[]': 'eu-law:1.5' }, 'related.0'],
    [{ ...fields, escoUri: 'javascript:alert(1)' }, 'escoUri'],
    [{ ...fields, en: '???' }, 'en'],
    [{ ...fields, extra: 'x' }, 'message'],
  ])('is told what is wrong with %j', async (body, field) => {
    const { status, failure } = await save('new', body);
    expect(status).toBe(400);
    if (field !== 'message') expect(failure?.errors).toHaveProperty([field]);
    else expect(failure?.message).toBeTruthy();
  });

  it('alone', async () => {
    expect((await save('new', fields, await asAnyone())).status).toBe(404);
    expect((await save('eu-law', { ...fields, seen: '1' }, await asAnyone())).status).toBe(404);
    await expect(skillForEdit(asStranger(), 'eu-law')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('a moderator merges duplicates', () => {
  it('finds the pair, sees what moves, and merges with a reason', async () => {
    const ctx = await asModerator();
    const into = await createVerifiedOrganisation({ name: 'Marsh Lantern Society' });
    const from = await createVerifiedOrganisation({ name: 'Friends of the Fen' });
    // Whoever enters a second one is warned of it: likenesses come about later, by a change of name or website.
    const websiteHost = 'marsh-lantern.example';
    await Organisations.updateMany({ _id: op({ $in: [from.id, into.id] }) }, { $set: { websiteHost } });
    await createMember(from, 'editor');
    const { pairs } = await likelyDuplicates(ctx);
    const pair = pairs.find((each) => [each.from.id, each.into.id].includes(from.id));
    expect(pair?.same).toEqual(['website']);
    expect(await mergePreview(ctx, from.id, into.id)).toMatchObject({ newMembers: 2, refusal: null });
    const params = { from: from.id, into: into.id };
    expect((await postForm(mergeActions['default'], { note: '' }, { ctx, params })).failure?.errors).toHaveProperty(
      'note',
    );
    const merged = await postForm(mergeActions['default'], { note: 'Entered twice.' }, { ctx, params });
    expect(merged.location).toBe(`/moderation/organisations/${into.id}`);
    expect(await mergePreview(ctx, from.id, into.id)).toMatchObject({ refusal: 'organisation_refusal_merged' });
    expect((await postForm(mergeActions['default'], { note: 'Again.' }, { ctx, params })).failure).not.toBeNull();
    const after = await likelyDuplicates(ctx);
    expect(after.pairs.some((each) => [each.from.id, each.into.id].includes(from.id))).toBe(false);
  });

  it('alone', async () => {
    const [a, b] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    for (const ctx of [await asAnyone(), asStranger()]) {
      await expect(likelyDuplicates(ctx)).rejects.toMatchObject({ code: 'not_found' });
      await expect(mergePreview(ctx, a.id, b.id)).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});
