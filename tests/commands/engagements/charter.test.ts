/** The charter: versions, signatures, differences, and who may. */
import { afterEach, describe, expect, it } from 'vitest';
import { changeCharter } from '../../../src/lib/domains/engagements/server/commands/charter/change-charter';
import { chooseCredit } from '../../../src/lib/domains/engagements/server/commands/charter/choose-credit';
import { signCharter } from '../../../src/lib/domains/engagements/server/commands/charter/sign-charter';
import { charterPage } from '../../../src/lib/domains/engagements/server/queries/charter/charter-page';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createProposed, readEngagement, signBoth, type CreatedApplication } from '../../support/factories/engagements';
import { readMission } from '../../support/factories/missions';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const named = async (made: CreatedApplication, side: 'volunteer' | 'ngo', version = 1) => {
  const ctx = await (side === 'volunteer' ? made.byVolunteer() : made.byNgo());
  const name = ctx.actor?.name ?? '';
  const input = { engagementId: made.id, version, name, ...(side === 'volunteer' ? { credit: 'named' as const } : {}) };
  return { ctx, input };
};

// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('signing', () => {
  it('begins the work once both have signed the same version', async () => {
    const made = await createProposed();
    const her = await named(made, 'volunteer');
    await signCharter(her.ctx, her.input);
    await drainAll();
    expect(await readEngagement(made.id)).toMatchObject({ state: 'proposed', credit: 'named' });
    await signBoth(made);
    const engagement = await readEngagement(made.id);
    expect(engagement).toMatchObject({ state: 'active', deliverables: [{ state: 'open', versions: [] }] });
    expect(engagement.charter.signatures).toHaveLength(2);
    for (const { hash, version } of engagement.charter.signatures)
      expect({ hash, version }).toEqual({ hash: engagement.charter.hash, version: 1 });
    expect(engagement.charter.hash).toMatch(/^[0-9a-f]{64}$/);
    await drainAll();
    expect((await readMission(made.mission.id)).state).toBe('in_progress');
    expect((await mailTo(made.volunteer.email)).at(-1)?.subject).toContain('begins');
  });

  it('twice changes nothing, also at the same moment', async () => {
    const made = await createProposed();
    const { ctx, input } = await named(made, 'ngo');
    await Promise.all([signCharter(ctx, input), signCharter(ctx, input), signCharter(ctx, input)]);
    await signCharter(ctx, input);
    expect((await readEngagement(made.id)).charter.signatures).toHaveLength(1);
  });

  it('asks for one’s own name, the shown version, and how to be named', async () => {
    const made = await createProposed();
    const { ctx, input } = await named(made, 'volunteer');
    await expect(signCharter(ctx, { ...input, name: 'Somebody Else' })).rejects.toMatchObject({
      reason: 'charter_refusal_name',
      field: 'name',
    });
    await expect(signCharter(ctx, { ...input, credit: undefined })).rejects.toMatchObject({ field: 'credit' });
    await expect(signCharter(ctx, { ...input, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
    await signCharter(ctx, { ...input, name: `  ${input.name.toUpperCase()} ` });
  });

  it('is for the volunteer and the NGO’s editors; strangers learn nothing', async () => {
    const made = await createProposed();
    const { input } = await named(made, 'ngo');
    const viewer = await createMember({ id: made.mission.organisationId }, 'viewer');
    await expect(signCharter(await asPerson(viewer.id), { ...input, name: viewer.name })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const outsider = await createSomePerson();
    await expect(signCharter(await asPerson(outsider.id), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(signCharter(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(charterPage(await asPerson(outsider.id), made.id)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('changing the terms', () => {
  it('makes a new version, voids signatures, and shows the difference', async () => {
    const made = await createProposed();
    const her = await named(made, 'volunteer');
    await signCharter(her.ctx, her.input);
    const { terms } = (await readEngagement(made.id)).charter;
    const next = { ...terms, hours: 24, other: 'We meet on Tuesdays.' };
    await changeCharter(await made.byNgo(), { engagementId: made.id, version: 1, terms: next });
    const engagement = await readEngagement(made.id);
    expect(engagement).toMatchObject({ charter: { version: 2, signatures: [] }, earlierCharters: [{ version: 1 }] });
    expect(engagement.earlierCharters[0]?.signatures).toHaveLength(1);
    const page = await charterPage(await made.byVolunteer(), made.id);
    const changed = page.difference?.filter(({ change }) => change !== 'same').map(({ text }) => text) ?? [];
    expect(changed.some((line) => line.includes('24'))).toBe(true);
    expect(changed).toContain('We meet on Tuesdays.');
    expect(page.iSigned).toBe(false);
    await expect(signCharter(her.ctx, her.input)).rejects.toMatchObject({ reason: 'charter_refusal_changed' });
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.subject).toContain('new version');
  });

  it('without a change keeps the version; of an old one is a conflict; by the volunteer is forbidden', async () => {
    const made = await createProposed();
    const { terms } = (await readEngagement(made.id)).charter;
    const input = { engagementId: made.id, version: 1, terms };
    await changeCharter(await made.byNgo(), input);
    expect((await readEngagement(made.id)).charter.version).toBe(1);
    await changeCharter(await made.byNgo(), { ...input, terms: { ...terms, hours: 12 } });
    await expect(changeCharter(await made.byNgo(), { ...input, terms: { ...terms, hours: 13 } })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    await expect(changeCharter(await made.byVolunteer(), { ...input, version: 2 })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const { version } = (await readEngagement(made.id)).charter;
    expect(version).toBe(2);
    await signBoth(made);
    await expect(changeCharter(await made.byNgo(), { ...input, version: 2 })).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
  });

  it('of two editors at once succeeds for one', async () => {
    const made = await createProposed();
    const { terms } = (await readEngagement(made.id)).charter;
    const ctx = await made.byNgo();
    const results = await Promise.allSettled(
      [10, 11, 12].map((hours) =>
        changeCharter(ctx, { engagementId: made.id, version: 1, terms: { ...terms, hours } }),
      ),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readEngagement(made.id)).charter.version).toBe(2);
  });
});

describe('credit', () => {
  it('is the volunteer’s choice alone, at any time', async () => {
    const made = await createProposed();
    await chooseCredit(await made.byVolunteer(), { engagementId: made.id, credit: 'anonymous' });
    expect((await readEngagement(made.id)).credit).toBe('anonymous');
    await expect(chooseCredit(await made.byNgo(), { engagementId: made.id, credit: 'named' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });
});
