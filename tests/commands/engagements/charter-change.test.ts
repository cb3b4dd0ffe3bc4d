/** A change of a charter that both have signed: proposed, signed anew or ended, and what two at once do. */
import { afterEach, describe, expect, it } from 'vitest';
import { endCharterChange } from '../../../src/lib/domains/engagements/server/commands/charter/end-charter-change';
import { proposeCharterChange } from '../../../src/lib/domains/engagements/server/commands/charter/propose-charter-change';
import { signCharterChange } from '../../../src/lib/domains/engagements/server/commands/charter/sign-charter-change';
import { submitDeliverable } from '../../../src/lib/domains/engagements/server/commands/work/submit-deliverable';
import { charterPdf } from '../../../src/lib/domains/engagements/server/documents/charter-pdf';
import { charterPage, charterVersion } from '../../../src/lib/domains/engagements/server/queries/charter/charter-page';
import type { Context } from '../../../src/lib/server/context';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createEngagement,
  createProposed,
  readEngagement,
  type CreatedApplication,
} from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';

afterEach(drainAll);

const REASON = 'The vote was moved to June.';

async function proposal(made: CreatedApplication, hours = 44, version = 1) {
  const { terms } = (await readEngagement(made.id)).charter;
  return { engagementId: made.id, version, terms: { ...terms, hours }, reason: REASON };
}
const waiting = async ({ id }: CreatedApplication) => (await readEngagement(id)).charterChange ?? null;
const sign = async (made: CreatedApplication, ctx: Context) =>
  signCharterChange(ctx, {
    engagementId: made.id,
    hash: (await waiting(made))?.charter.hash ?? '',
    name: ctx.actor?.name ?? '',
  });

describe('a change', () => {
  it('waits while work goes on, counts once both have signed, and keeps the old version with its signatures', async () => {
    const made = await createEngagement();
    const [volunteer, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const order = await proposal(made);
    const fresh = { id: '0'.repeat(24), title: 'A second table', detail: '' };
    order.terms.deliverables = [...order.terms.deliverables, fresh];
    await proposeCharterChange(volunteer, order);
    await proposeCharterChange(volunteer, order);
    await drainAll();
    const before = await readEngagement(made.id);
    expect(before).toMatchObject({ state: 'active', charter: { version: 1 }, charterChange: { by: 'volunteer' } });
    const page = await charterPage(ngo, made.id);
    expect(page.next).toBe('sign_change');
    expect(page.change?.difference?.filter(({ change }) => change === 'added').map(({ text }) => text)).toEqual(
      expect.arrayContaining(['A second table']),
    );
    const mails = await mailTo(made.volunteer.email);
    await sign(made, volunteer);
    await sign(made, volunteer);
    expect((await readEngagement(made.id)).charter.version).toBe(1);
    await sign(made, ngo);
    const after = await readEngagement(made.id);
    expect(after).toMatchObject({
      state: 'active',
      charter: { version: 2, terms: { hours: 44 } },
      earlierCharters: [{ version: 1 }],
      charterChange: null,
    });
    expect(after.charter.signatures.map(({ version, hash }) => [version, hash])).toEqual([
      [2, after.charter.hash],
      [2, after.charter.hash],
    ]);
    expect(after.deliverables.map(({ title, state }) => [title, state])).toContainEqual(['A second table', 'open']);
    await signCharterChange(ngo, { engagementId: made.id, hash: after.charter.hash, name: ngo.actor?.name ?? '' });
    expect((await readEngagement(made.id)).charter.signatures).toHaveLength(2);
    expect((await charterVersion(volunteer, made.id, 1)).signatures).toHaveLength(2);
    await expect(charterVersion(volunteer, made.id, 3)).rejects.toMatchObject({ code: 'not_found' });
    const pdf = await charterPdf(volunteer, made.id, 1);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await pdf.arrayBuffer()).byteLength).toBeGreaterThan(4000);
    await drainAll();
    expect((await mailTo(made.volunteer.email)).length).toBe(mails.length + 1);
    expect((await mailTo(made.volunteer.email)).at(-1)?.subject).toContain('counts');
  });

  it('is declined by the other side or withdrawn by its own, with a reason that is sent and kept', async () => {
    const made = await createEngagement();
    const [volunteer, ngo] = [await made.byVolunteer(), await made.byNgo()];
    await proposeCharterChange(ngo, await proposal(made));
    const hash = (await waiting(made))?.charter.hash ?? '';
    await endCharterChange(volunteer, { engagementId: made.id, hash, reason: 'I have no more hours.' });
    expect(await readEngagement(made.id)).toMatchObject({ charter: { version: 1 }, charterChange: null });
    for (const late of [
      () => signCharterChange(ngo, { engagementId: made.id, hash, name: ngo.actor?.name ?? '' }),
      () => endCharterChange(ngo, { engagementId: made.id, hash, reason: 'Too late.' }),
    ])
      await expect(late()).rejects.toMatchObject({ code: 'conflict', reason: 'charter_refusal_changed' });
    await proposeCharterChange(ngo, await proposal(made, 20));
    const second = (await waiting(made))?.charter.hash ?? '';
    // The text that was shown before has the same number and other words.
    await expect(
      signCharterChange(volunteer, { engagementId: made.id, hash, name: volunteer.actor?.name ?? '' }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await endCharterChange(ngo, { engagementId: made.id, hash: second, reason: 'We agreed otherwise.' });
    const { timeline } = await readEngagement(made.id);
    expect(timeline.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['change_proposed', 'change_declined', 'change_withdrawn']),
    );
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('We agreed otherwise.');
  });

  it('is refused for strangers, viewers, another name, what was delivered, the wrong version, and before work began', async () => {
    const made = await createEngagement();
    const [volunteer, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const order = await proposal(made);
    const outsider = await asPerson((await createSomePerson()).id);
    const viewer = await asPerson((await createMember({ id: made.mission.organisationId }, 'viewer')).id);
    await expect(proposeCharterChange(outsider, order)).rejects.toMatchObject({ code: 'not_found' });
    await expect(proposeCharterChange(asStranger(), order)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(proposeCharterChange(viewer, order)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(proposeCharterChange(ngo, { ...order, version: 2 })).rejects.toMatchObject({ code: 'conflict' });
    expect(
      await proposeCharterChange(ngo, await proposal(made, (await readEngagement(made.id)).charter.terms.hours)),
    ).toEqual({ waits: false });
    const [first] = order.terms.deliverables;
    await submitDeliverable(volunteer, {
      ...{ engagementId: made.id, deliverableId: first?.id ?? '' },
      ...{ note: 'Ready.', link: null, text: 'Twelve amendments.' },
    });
    const other = [{ id: '0'.repeat(24), title: 'Something else', detail: '' }];
    await expect(
      proposeCharterChange(ngo, { ...order, terms: { ...order.terms, deliverables: other } }),
    ).rejects.toMatchObject({ reason: 'charter_refusal_delivered', field: 'deliverables' });
    await proposeCharterChange(ngo, order);
    const hash = (await waiting(made))?.charter.hash ?? '';
    const signing = { engagementId: made.id, hash, name: 'Somebody Else' };
    await expect(signCharterChange(volunteer, signing)).rejects.toMatchObject({ field: 'name' });
    await expect(signCharterChange(outsider, signing)).rejects.toMatchObject({ code: 'not_found' });
    await expect(endCharterChange(outsider, { engagementId: made.id, hash, reason: 'no' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const proposed = await createProposed();
    await expect(proposeCharterChange(await proposed.byNgo(), await proposal(proposed))).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
  });
});

describe('two at once', () => {
  it('of several proposals one waits, and of signing and ending it one wins', async () => {
    const made = await createEngagement();
    const [volunteer, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const orders = await Promise.all([31, 32, 33, 34].map((hours) => proposal(made, hours)));
    const results = await Promise.allSettled(
      orders.map((order, index) => proposeCharterChange(index % 2 ? ngo : volunteer, order)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const each of results) if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'conflict' });
    const change = await waiting(made);
    await sign(made, volunteer);
    const hash = change?.charter.hash ?? '';
    const race = await Promise.allSettled([
      signCharterChange(ngo, { engagementId: made.id, hash, name: ngo.actor?.name ?? '' }),
      endCharterChange(ngo, { engagementId: made.id, hash, reason: 'No, rather not.' }),
      endCharterChange(volunteer, { engagementId: made.id, hash, reason: 'I changed my mind.' }),
    ]);
    expect(race.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { charter, charterChange, earlierCharters } = await readEngagement(made.id);
    expect(charterChange).toBeNull();
    expect(charter.version).toBe(race[0].status === 'fulfilled' ? 2 : 1);
    expect(earlierCharters).toHaveLength(charter.version - 1);
  });
});
