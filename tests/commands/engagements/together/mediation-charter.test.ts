/** Mediations that end with another charter: the moderator writes it, both read the difference, and sign it or do not. */
import { afterEach, describe, expect, it } from 'vitest';
import { personContact } from '../../../../src/lib/domains/accounts/server/queries/person-contact';
import { endCharterChange } from '../../../../src/lib/domains/engagements/server/commands/charter/end-charter-change';
import { proposeCharterChange } from '../../../../src/lib/domains/engagements/server/commands/charter/propose-charter-change';
import { signCharterChange } from '../../../../src/lib/domains/engagements/server/commands/charter/sign-charter-change';
import { answerDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/answer-dispute';
import { decideDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/decide-dispute';
import { prepareCharter } from '../../../../src/lib/domains/engagements/server/commands/mediation/prepare-charter';
import { takeDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/take-dispute';
import { charterPage } from '../../../../src/lib/domains/engagements/server/queries/charter/charter-page';
import { disputePage } from '../../../../src/lib/domains/engagements/server/queries/together/dispute-desk';
import { mediationPage } from '../../../../src/lib/domains/engagements/server/queries/together/mediation-page';
import type { Context } from '../../../../src/lib/server/context';
import { asPerson } from '../../../support/contexts';
import { drainAll, mailTo } from '../../../support/drain';
import { openedDispute } from '../../../support/factories/disputes';
import { createDelivered, createEngagement, readEngagement } from '../../../support/factories/engagements';
import { createModerator } from '../../../support/factories/organisations';

afterEach(drainAll);

describe('a mediation', () => {
  it('can end with another charter, which the moderator wrote and both sign anew', async () => {
    const made = await createEngagement();
    const { about, moderator, propose, answer } = await openedDispute(made);
    await takeDispute(moderator, about);
    await expect(propose('change_charter')).rejects.toMatchObject({
      ...{ reason: 'mediation_refusal_no_charter', field: 'resolution' },
    });
    const { terms, version } = (await readEngagement(made.id)).charter;
    const other = { ...terms, hours: terms.hours + 7, other: 'One paper, not four.' };
    const prepare = (ctx: Context, changed = other) =>
      prepareCharter(ctx, { ...about, version, terms: { ...changed, sponsor: null } });
    const second = await asPerson((await createModerator()).id);
    await expect(prepare(second)).rejects.toMatchObject({ reason: 'mediation_refusal_other_moderator' });
    await expect(prepare(await made.byVolunteer())).rejects.toMatchObject({ code: 'not_found' });
    await expect(prepare(moderator, terms)).rejects.toMatchObject({ reason: 'mediation_refusal_same_charter' });
    await Promise.all([prepare(moderator), prepare(moderator)]);
    expect((await disputePage(moderator, made.id)).draft?.lines).toContainEqual({
      ...{ change: 'added', text: 'One paper, not four.' },
    });
    const before = await mediationPage(await made.byVolunteer(), made.id);
    expect(JSON.stringify(before)).not.toContain('One paper');

    const proposal = await propose('change_charter');
    // What was proposed stays what the two answer to, whatever is prepared after it.
    await prepare(moderator, { ...other, other: 'Five papers.' });
    const seen = (await mediationPage(await made.byNgo(), made.id)).current?.proposal?.difference?.lines ?? [];
    expect(seen.filter(({ change }) => change === 'added').map(({ text }) => text)).toContain('One paper, not four.');
    await Promise.all([answer(proposal, 'ngo', true), answer(proposal, 'volunteer', true)]);
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({
      ...{ state: 'active', charter: { version } },
      charterChange: { by: 'moderator', charter: { version: version + 1, terms: { hours: terms.hours + 7 } } },
    });
    expect(work.timeline.filter(({ what }) => what === 'change_mediated')).toHaveLength(1);
    const hash = work.charterChange?.charter.hash ?? '';
    for (const ctx of [await made.byVolunteer(), await made.byNgo()]) {
      expect((await charterPage(ctx, made.id)).next).toBe('sign_change');
      await signCharterChange(ctx, { engagementId: made.id, hash, name: ctx.actor?.name ?? '' });
    }
    expect((await readEngagement(made.id)).charter).toMatchObject({ version: version + 1, hash });
    await drainAll();
    for (const side of [made.volunteer.email, (await personContact(made.mission.ownerId))?.email ?? ''])
      expect((await mailTo(side)).map(({ text }) => text).join()).toContain('ended with a new charter');
  });

  it('decided with another charter, asks for signatures and takes the place of the change that waited', async () => {
    const made = await createEngagement();
    const { terms, version } = (await readEngagement(made.id)).charter;
    const her = await made.byVolunteer();
    const change = { engagementId: made.id, version, terms: { ...terms, hours: 99 }, reason: 'Much more work.' };
    await proposeCharterChange(her, change);
    const { about, moderator } = await openedDispute(made);
    await takeDispute(moderator, about);
    await answerDispute(await made.byNgo(), { ...about, answer: 'Not so many hours.' });
    await prepareCharter(moderator, { ...about, version, terms: { ...terms, hours: 50 } });
    const decision = { ...about, resolution: 'change_charter' as const, words: 'Fifty hours is fair.', entryIds: [] };
    await decideDispute(moderator, decision);
    const work = await readEngagement(made.id);
    expect(work.charterChange).toMatchObject({ by: 'moderator', reason: decision.words, charter: { signatures: [] } });
    expect(work.timeline.map(({ what }) => what)).toContain('change_replaced');
    // Nobody is made to sign: a side that does not want it says why, and the charter in force goes on.
    const hash = work.charterChange?.charter.hash ?? '';
    await endCharterChange(her, { engagementId: made.id, hash, reason: 'I cannot give fifty.' });
    expect(await readEngagement(made.id)).toMatchObject({ charter: { version }, charterChange: null });
  });

  it('changes no charter under which nothing is left to do', async () => {
    const made = await createDelivered();
    const { about, moderator, propose } = await openedDispute(made);
    await takeDispute(moderator, about);
    const { terms, version } = (await readEngagement(made.id)).charter;
    const later = { ...about, version, terms: { ...terms, hours: 50 } };
    await expect(prepareCharter(moderator, later)).rejects.toMatchObject({ reason: 'mediation_refusal_accepted' });
    await expect(propose('change_charter')).rejects.toMatchObject({ reason: 'mediation_refusal_accepted' });
    expect((await disputePage(moderator, made.id)).resolutions).not.toContain('change_charter');
  });
});
