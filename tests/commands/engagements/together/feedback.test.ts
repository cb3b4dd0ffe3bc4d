/** The end: what only moderators read, and thanks that nobody reads before both agreed. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../../src/lib/domains/accounts/server/personal-data';
import { agreeToThanks } from '../../../../src/lib/domains/engagements/server/commands/feedback/agree-to-thanks';
import { giveFeedback } from '../../../../src/lib/domains/engagements/server/commands/feedback/give-feedback';
import { sayThanks } from '../../../../src/lib/domains/engagements/server/commands/feedback/say-thanks';
import { takeBackThanks } from '../../../../src/lib/domains/engagements/server/commands/feedback/take-back-thanks';
import { forgetPerson } from '../../../../src/lib/domains/engagements/server/own-personal-data';
import { feedbackDesk } from '../../../../src/lib/domains/engagements/server/queries/together/feedback-desk';
import { feedbackPage } from '../../../../src/lib/domains/engagements/server/queries/together/feedback-page';
import {
  thanksToOrganisation,
  thanksToVolunteer,
} from '../../../../src/lib/domains/engagements/server/queries/together/public-thanks';
import { now, setClock } from '../../../../src/lib/server/clock';
import { asPerson } from '../../../support/contexts';
import { drainAll, mailTo } from '../../../support/drain';
import { createDelivered, createEngagement } from '../../../support/factories/engagements';
import { createModerator, createSomePerson } from '../../../support/factories/organisations';

const ANSWERS = { clear: 'partly', respect: 'yes', again: 'yes' } as const;
const LINE = 'Found the deadline we had all misread, and never mentioned it again.';

afterEach(() => setClock());
afterEach(drainAll);

it('feedback is read by moderators alone, said once by each side, and forgotten with its author', async () => {
  const made = await createDelivered();
  const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
  const early = await createEngagement();
  const secret = 'They answer only on Fridays.';
  await expect(
    giveFeedback(await early.byVolunteer(), { engagementId: early.id, ...ANSWERS, text: '' }),
  ).rejects.toMatchObject({ reason: 'engagement_refusal_state' });
  await giveFeedback(her, { engagementId: made.id, ...ANSWERS, text: 'A first try.' });
  await Promise.all([1, 2].map(() => giveFeedback(her, { engagementId: made.id, ...ANSWERS, text: secret })));
  await giveFeedback(ngo, { engagementId: made.id, ...ANSWERS, text: 'All well.' });
  expect(JSON.stringify(await feedbackPage(ngo, made.id))).not.toContain(secret);
  expect(JSON.stringify(await personalDataOf(made.mission.ownerId))).not.toContain(secret);
  expect(JSON.stringify(await personalDataOf(made.volunteer.id))).toContain(secret);
  const outsider = await asPerson((await createSomePerson()).id);
  await expect(giveFeedback(outsider, { engagementId: made.id, ...ANSWERS, text: '' })).rejects.toMatchObject({
    code: 'not_found',
  });
  for (const nobody of [outsider, ngo, her])
    await expect(feedbackDesk(nobody)).rejects.toMatchObject({ code: 'not_found' });
  const desk = await feedbackDesk(await asPerson((await createModerator()).id));
  expect(desk.items.filter(({ text }) => text === secret)).toHaveLength(1);
  for (const { count, shares } of desk.figures) expect(shares === null).toBe(count < 5);
  await forgetPerson(made.volunteer.id, made.volunteer.name);
  expect(JSON.stringify(await feedbackDesk(await asPerson((await createModerator()).id)))).not.toContain(secret);
});

describe('thanks', () => {
  it('are public once the other side has agreed to these very words, until either takes them back', async () => {
    const made = await createDelivered();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const about = { engagementId: made.id, by: 'ngo' as const };
    await sayThanks(ngo, { engagementId: made.id, text: 'Other words that were not read.' });
    const old = (await feedbackPage(her, made.id)).thanks[0]?.at ?? '';
    setClock(new Date(now().getTime() + 60_000));
    await sayThanks(await made.byNgo(), { engagementId: made.id, text: LINE });
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain(`> ${LINE}`);
    expect(await thanksToVolunteer(made.volunteer.id)).toEqual([]);
    await expect(agreeToThanks(her, { ...about, writtenAt: old })).rejects.toMatchObject({
      reason: 'thanks_refusal_changed',
    });
    const writtenAt = (await feedbackPage(her, made.id)).thanks[0]?.at ?? '';
    await expect(agreeToThanks(ngo, { ...about, writtenAt })).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(agreeToThanks(outsider, { ...about, writtenAt })).rejects.toMatchObject({ code: 'not_found' });
    await agreeToThanks(her, { ...about, writtenAt });
    await agreeToThanks(her, { ...about, writtenAt });
    expect(await thanksToVolunteer(made.volunteer.id)).toMatchObject([{ text: LINE, by: 'ngo' }]);
    await sayThanks(her, { engagementId: made.id, text: 'They read what they get.' });
    const hers = (await feedbackPage(ngo, made.id)).thanks.find(({ by }) => by === 'volunteer')?.at ?? '';
    await agreeToThanks(ngo, { engagementId: made.id, by: 'volunteer', writtenAt: hers });
    expect(await thanksToOrganisation(made.mission.organisationId)).toMatchObject([{ from: made.volunteer.name }]);
    await takeBackThanks(her, about);
    expect(await thanksToVolunteer(made.volunteer.id)).toEqual([]);
    await forgetPerson(made.volunteer.id, made.volunteer.name);
    expect(await thanksToOrganisation(made.mission.organisationId)).toEqual([]);
  });

  it('are for work that is done', async () => {
    const early = await createEngagement();
    await expect(sayThanks(await early.byNgo(), { engagementId: early.id, text: LINE })).rejects.toMatchObject({
      reason: 'engagement_refusal_state',
    });
  });
});
