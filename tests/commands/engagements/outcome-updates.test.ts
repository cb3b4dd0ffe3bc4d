/** The decision-maker answers after the outcome was published: added, told, remembered, and asked for while it is missing. */
import { afterEach, expect, it } from 'vitest';
import { addOutcomeUpdate } from '../../../src/lib/domains/engagements/server/commands/outcome/add-outcome-update';
import { publishOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/publish-outcome';
import { saveOutcome } from '../../../src/lib/domains/engagements/server/commands/outcome/save-outcome';
import { askForReplies } from '../../../src/lib/domains/engagements/server/jobs/outcome-timers';
import { footprintRows } from '../../../src/lib/domains/engagements/server/queries/footprint-rows';
import { outcomePage } from '../../../src/lib/domains/engagements/server/queries/outcome-page';
import { publishedOutcomes } from '../../../src/lib/domains/engagements/server/queries/published-outcomes';
import { outcomeEditPage } from '../../../src/lib/domains/engagements/server/queries/work/outcome-edit-page';
import { followOrganisation } from '../../../src/lib/domains/notifications/server/commands/watch/follow-organisation';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createDelivered, readEngagement } from '../../support/factories/engagements';
import { createSomePerson } from '../../support/factories/organisations';

const OUTCOME = {
  asked: 'Let cities close streets on days of foul air.',
  submitted: 'Twelve amendments with justifications.',
  documents: [],
  reply: 'none' as const,
  replyDay: null,
  result: 'The rapporteur has not answered.',
  nextStep: '',
  metRole: '',
  metDay: null,
};
const TEXT = 'Five of twelve amendments are in the report of the committee.';

afterEach(() => setClock());
afterEach(drainAll);

it('is added with its date: page, list, footprint, volunteer and followers hear of it, the first account stays', async () => {
  const made = await createDelivered();
  const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
  const which = { engagementId: made.id };
  const update = { ...which, reply: 'followed_in_part' as const, replyDay: isoDay(now()), text: TEXT };
  await expect(addOutcomeUpdate(ngo, update)).rejects.toMatchObject({ reason: 'engagement_refusal_state' });
  await Promise.all([1, 2].map(() => publishOutcome(ngo, { ...which, outcome: OUTCOME, seen: '' })));
  const follower = await createSomePerson();
  await followOrganisation(await asPerson(follower.id), { organisationId: made.mission.organisationId });
  await drainAll();

  const ahead = { ...update, replyDay: isoDay(new Date(now().getTime() + 3 * DAY)) };
  await expect(addOutcomeUpdate(ngo, ahead)).rejects.toMatchObject({ code: 'refused', field: 'replyDay' });
  await expect(addOutcomeUpdate(her, update)).rejects.toMatchObject({ code: 'forbidden' });
  const outsider = await asPerson((await createSomePerson()).id);
  await expect(addOutcomeUpdate(outsider, update)).rejects.toMatchObject({ code: 'not_found' });
  await expect(addOutcomeUpdate(asStranger(), update)).rejects.toMatchObject({ code: 'unauthenticated' });

  const key = newId();
  await Promise.all([1, 2, 3].map(() => addOutcomeUpdate(ngo, update, key)));
  await drainAll();
  const [shown] = (await outcomePage(asStranger(), made.mission.slug)).outcomes;
  expect(shown).toMatchObject({ reply: 'followed_in_part', firstReply: 'none', result: OUTCOME.result });
  expect(shown?.updates).toMatchObject([{ reply: 'followed_in_part', text: TEXT }]);
  expect((await outcomeEditPage(her, made.id)).updates).toHaveLength(1);
  const list = await publishedOutcomes({ reply: 'followed_in_part', perPage: 100 });
  expect(list.outcomes.map(({ id }) => id)).toContain(made.id);
  const rows = [];
  for await (const batch of footprintRows()) rows.push(...batch);
  const row = rows.find(({ missionSlug }) => missionSlug === made.mission.slug);
  expect(row?.replyHistory.map((each) => each.slice(11))).toEqual(['none', 'followed_in_part']);
  const hers = (await mailTo(made.volunteer.email)).filter(({ subject }) => subject.startsWith('News on'));
  expect(hers).toHaveLength(1);
  expect(hers[0]?.text).toContain(TEXT);
  const told = (await mailTo(follower.email)).map(({ subject }) => subject);
  expect(told.filter((subject) => subject.includes('news on'))).toHaveLength(1);
});

it('keeps what two editors add at once, and lets neither write over a draft of the other unseen', async () => {
  const made = await createDelivered();
  const ngo = await made.byNgo();
  const which = { engagementId: made.id };
  await saveOutcome(ngo, { ...which, outcome: OUTCOME, seen: '' });
  const { seen } = await outcomeEditPage(ngo, made.id);
  const later = { ...ngo, now: new Date(ngo.now.getTime() + 1000) };
  await saveOutcome(later, { ...which, outcome: { ...OUTCOME, result: 'Hers.' }, seen });
  const mine = { ...which, outcome: { ...OUTCOME, result: 'Mine.' }, seen };
  await expect(saveOutcome(ngo, mine)).rejects.toMatchObject({ code: 'conflict', reason: 'outcome_refusal_changed' });
  await expect(publishOutcome(ngo, mine)).rejects.toMatchObject({ code: 'conflict' });
  expect((await readEngagement(made.id)).outcome?.result).toBe('Hers.');
  await publishOutcome(ngo, { ...mine, seen: (await outcomeEditPage(ngo, made.id)).seen });
  const update = { ...which, reply: 'acknowledged' as const, replyDay: null };
  await Promise.all([
    addOutcomeUpdate(ngo, { ...update, text: 'They wrote that they read it.' }),
    addOutcomeUpdate(ngo, { ...update, text: 'They asked for a meeting.' }),
  ]);
  expect((await readEngagement(made.id)).outcomeUpdates).toHaveLength(2);
});

it('is asked for after thirty days without news, once, and anew after each addition', async () => {
  const made = await createDelivered();
  const which = { engagementId: made.id };
  await publishOutcome(await made.byNgo(), { ...which, outcome: OUTCOME });
  await drainAll();
  const start = now().getTime();
  const asked = async () =>
    (await readEngagement(made.id)).outcomeReminders.filter((kind) => kind.startsWith('reply_'));
  const onDay = async (days: number) => {
    setClock(new Date(start + days * DAY));
    await askForReplies();
    return asked();
  };
  expect(await onDay(29)).toEqual([]);
  expect(await onDay(30.5)).toEqual(['reply_30']);
  expect(await onDay(31)).toEqual(['reply_30']);
  await addOutcomeUpdate(await made.byNgo(), { ...which, reply: 'none', replyDay: null, text: 'Still no answer.' });
  expect(await onDay(60)).toEqual([]);
  expect(await onDay(61.5)).toEqual(['reply_30']);
  await drainAll();
  await addOutcomeUpdate(await made.byNgo(), {
    ...which,
    reply: 'followed',
    replyDay: null,
    text: 'They followed it.',
  });
  expect(await onDay(300)).toEqual([]);
});
