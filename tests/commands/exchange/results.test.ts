/** FLOOR results: missions from promises of knowledge, stories with consent, awards, the page, and last year's guests. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../src/lib/domains/accounts/server/personal-data';
import { Invitations } from '../../../src/lib/domains/engagements/server/invitation.model';
import { beginMission } from '../../../src/lib/domains/exchange/server/commands/aftercare/begin-mission';
import { giveAward } from '../../../src/lib/domains/exchange/server/commands/awards/give-award';
import { takeAwardBack } from '../../../src/lib/domains/exchange/server/commands/awards/take-award-back';
import { createEdition as createThroughCommand } from '../../../src/lib/domains/exchange/server/commands/editions/create-edition';
import { inviteGuests } from '../../../src/lib/domains/exchange/server/commands/editions/invite-guests';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { agreeStory } from '../../../src/lib/domains/exchange/server/commands/stories/agree-story';
import { takeBackStory } from '../../../src/lib/domains/exchange/server/commands/stories/take-back-story';
import { tellStory } from '../../../src/lib/domains/exchange/server/commands/stories/tell-story';
import { dealCarePage } from '../../../src/lib/domains/exchange/server/queries/deal-care';
import { resultRows, resultsPage, storiesPage } from '../../../src/lib/domains/exchange/server/queries/results';
import { publishMission } from '../../../src/lib/domains/missions/server/commands/publish-mission';
import { saveMission } from '../../../src/lib/domains/missions/server/commands/save-mission';
import { submitMission } from '../../../src/lib/domains/missions/server/commands/submit-mission';
import { Missions, type MissionDocument } from '../../../src/lib/domains/missions/server/mission.model';
import { newId } from '../../../src/lib/shared/ids';
import { atOnce } from '../../support/at-once';
import { asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplicant } from '../../support/factories/engagements';
import { aDelegate, anEdition, createRegistration, readEdition } from '../../support/factories/exchange';
import { aMissionContent } from '../../support/factories/missions';
import { createVerifiedOrganisation } from '../../support/factories/organisations';
import { registeredDeal } from './support/registered-deal';

afterEach(drainAll);

describe('a promise of knowledge', () => {
  it('becomes one mission, however often and by how many it is pressed, and its giver’s volunteer is invited', async () => {
    const volunteer = await createApplicant({ locale: 'fr' });
    const { dealId, receiver, giver, edition } = await registeredDeal({
      giver: { delegates: [aDelegate({ email: volunteer.email })] },
      receiver: { organisation: await createVerifiedOrganisation() },
    });
    const her = await receiver.byMember();
    const press = () => beginMission(her, { dealId, receiver: receiver.id });
    const made = await atOnce([press, press, press]);
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    const { missionId, created } = await press();
    expect(created).toBe(false);
    const missions = await Missions.find({ organisationId: receiver.organisation.id }).lean<MissionDocument[]>();
    expect(missions.map(({ _id }) => _id)).toEqual([missionId]);
    const [draft] = missions as [MissionDocument];
    expect(draft).toMatchObject({ title: 'A lawyer reads our statutes', state: 'draft', deadlineReason: 'May' });
    expect(draft.roles[0]).toMatchObject({ hours: 12, seats: 1 });
    const care = await dealCarePage(her, edition.slug, dealId);
    expect(care.missions).toMatchObject([{ mission: { slug: draft.slug }, refusal: null, giverName: giver.name }]);
    // The other side does not see the draft, and cannot begin it.
    const other = await dealCarePage(await giver.byMember(), edition.slug, dealId);
    expect(other.missions[0]).toMatchObject({ mission: null, refusal: 'care_refusal_not_receiver' });
    await expect(beginMission(await giver.byMember(), { dealId, receiver: receiver.id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await saveMission(her, { missionId, version: draft.version, content: aMissionContent() });
    await submitMission(her, { missionId });
    await publishMission(asSystem(), { missionId });
    await drainAll();
    const invited = await Invitations.find({ missionId }).lean();
    expect(invited.map(({ personId, state }) => [personId, state])).toEqual([[volunteer.id, 'sent']]);
    expect(invited[0]?.message).toContain('nous a promis');
  });

  it('stays a deal where the receiver posts no missions, and the reason is said', async () => {
    const club = await createVerifiedOrganisation({ kind: 'other' });
    const { dealId, receiver, edition } = await registeredDeal({ receiver: { organisation: club } });
    const attempt = beginMission(await receiver.byMember(), { dealId, receiver: receiver.id });
    await expect(attempt).rejects.toMatchObject({ code: 'refused', reason: 'care_refusal_kind' });
    const care = await dealCarePage(await receiver.byMember(), edition.slug, dealId);
    expect(care.missions.map(({ refusal }) => refusal)).toEqual(['care_refusal_kind']);
    await expect(beginMission(asStranger(), { dealId, receiver: receiver.id })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });
});

const TEXT = 'Their lawyer read our statutes, and our room held their first meeting in years.';

describe('results', () => {
  it('show a story with the consent of both sides, in the words they agreed to, until one takes it back', async () => {
    const { edition, dealId, giver, receiver } = await registeredDeal();
    for (const step of ['close_floor', 'begin_aftercare'] as const)
      await moveEdition(await edition.byOrganiser(), edition.slug, step);
    const [one, two] = [await giver.byMember(), await receiver.byMember()];
    await expect(resultsPage(asStranger(), edition.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(resultsPage(one, edition.slug)).rejects.toMatchObject({ code: 'not_found' });
    const shown = async () => (await storiesPage(await edition.byOrganiser(), edition.slug)).stories.length;
    await tellStory(one, { dealId, registration: giver.id, text: TEXT });
    await drainAll();
    expect((await mailTo(receiver.organisation.ownerEmail)).at(-1)?.text).toContain(TEXT);
    expect(await shown()).toBe(0);
    await tellStory(one, { dealId, registration: giver.id, text: `${TEXT} And more.` });
    await expect(agreeStory(two, { dealId, registration: receiver.id, seen: 1 })).rejects.toMatchObject({
      reason: 'story_refusal_changed',
    });
    for (const _press of [1, 2]) await agreeStory(two, { dealId, registration: receiver.id, seen: 2 });
    expect(await shown()).toBe(1);
    await moveEdition(await edition.byOrganiser(), edition.slug, 'publish_results');
    const page = await resultsPage(asStranger(), edition.slug);
    expect(page).toMatchObject({ isPreview: false, isOrganiser: false, totals: { deals: 1, value: 1800 } });
    expect(page.corners.map(({ category, value }) => [category, value])).toEqual([
      ['knowledge', 900],
      ['space', 900],
    ]);
    expect(page.awards.map(({ kind }) => kind)).toEqual(['first', 'largest']);
    expect((await resultRows(asStranger(), edition.slug)).map(({ number }) => number)).toEqual([1]);
    // Her consent is hers to read, and her name goes when her account does; the organisation's consent stays.
    const told = (await personalDataOf(giver.organisation.ownerId))['exchange.stories'];
    expect(told).toMatchObject([{ dealId, text: `${TEXT} And more.` }]);
    await takeBackStory(two, { dealId, registration: receiver.id });
    expect(await shown()).toBe(0);
    await takeBackStory(one, { dealId, registration: giver.id });
    expect((await dealCarePage(one, edition.slug, dealId)).story).toBeNull();
    for (const attempt of [
      () => tellStory(one, { dealId, registration: receiver.id, text: TEXT }),
      () => takeBackStory(two, { dealId, registration: giver.id }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('carry awards of the jury, one of a name, by the organiser only', async () => {
    const { edition, giver, receiver } = await registeredDeal();
    const ctx = await edition.byOrganiser();
    const award = { title: 'Warmest welcome', winner: giver.id, reason: 'They greeted everybody at the door.' };
    await expect(giveAward(ctx, edition.slug, award)).rejects.toMatchObject({ reason: 'award_refusal_state' });
    await moveEdition(ctx, edition.slug, 'close_floor');
    const key = newId();
    const given = await atOnce([1, 2, 3].map(() => () => giveAward(ctx, edition.slug, award, key)));
    expect(given.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await expect(giveAward(ctx, edition.slug, { ...award, winner: receiver.id })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(giveAward(ctx, edition.slug, { ...award, title: 'X', winner: newId() })).rejects.toMatchObject({
      reason: 'award_refusal_winner',
    });
    await expect(giveAward(await giver.byMember(), edition.slug, award)).rejects.toMatchObject({ code: 'not_found' });
    const [jury] = (await resultsPage(ctx, edition.slug)).jury;
    expect(jury).toMatchObject({ title: 'Warmest welcome', winner: giver.name });
    await takeAwardBack(ctx, edition.slug, { award: jury?.id ?? '' });
    expect((await resultsPage(ctx, edition.slug)).jury).toEqual([]);
  });

  it('lead to the next edition, to which those of this one are asked once', async () => {
    const { edition, giver, receiver } = await registeredDeal();
    const ctx = await edition.byOrganiser();
    await expect(inviteGuests(ctx, edition.slug)).rejects.toMatchObject({ reason: 'exchange_refusal_no_guests' });
    const next = await createThroughCommand(ctx, { ...anEdition(), copiedFrom: edition.slug });
    await expect(inviteGuests(ctx, next.slug)).rejects.toMatchObject({ reason: 'exchange_refusal_guests_closed' });
    await moveEdition(ctx, next.slug, 'open_registration');
    const there = { ...edition, ...next };
    await createRegistration(there, { organisation: receiver.organisation });
    await drainAll();
    await atOnce([1, 2, 3].map(() => () => inviteGuests(ctx, next.slug)));
    await drainAll();
    const { name } = await readEdition(next.id);
    const asked = async (email: string) =>
      (await mailTo(email)).filter(({ subject, text }) => subject.startsWith(name) && text.includes('took part'))
        .length;
    expect(await asked(giver.organisation.ownerEmail)).toBe(1);
    // Who has registered already is left in peace.
    expect(await asked(receiver.organisation.ownerEmail)).toBe(0);
    await expect(inviteGuests(await giver.byMember(), next.slug)).rejects.toMatchObject({ code: 'not_found' });
  });
});
