/** A message that asks for an answer by a day: seen by both, reminded of, answered or settled, among one's dates. */
import { afterEach, expect, it } from 'vitest';
import { closeAsk } from '../../../src/lib/domains/messaging/server/commands/close-ask';
import { sendMessage } from '../../../src/lib/domains/messaging/server/commands/send-message';
import { remindOfAnswers } from '../../../src/lib/domains/messaging/server/jobs/remind-answers';
import { threadOf } from '../../../src/lib/domains/messaging/server/queries/thread-of';
import { eraseEverywhere } from '../../../src/lib/domains/accounts/server/erasure';
import { myDeadlines } from '../../../src/lib/domains/engagements/server/queries/work/my-deadlines';
import { now, setClock } from '../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../src/lib/shared/dates';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createEngagement } from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';

afterEach(() => setClock());
afterEach(drainAll);

const inDays = (days: number) => isoDay(new Date(now().getTime() + days * DAY));

it('is reminded of the day before and once when it is late, until it is answered', async () => {
  const start = new Date(`${inDays(1)}T11:00:00Z`);
  setClock(start);
  const made = await createEngagement();
  const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
  const about = { kind: 'engagement' as const, subjectId: made.id };
  const asked = { ...about, text: 'Which annex shall I cut?', answerBy: inDays(3) };
  for (const [answerBy, reason] of [
    [inDays(-1), 'message_refusal_past'],
    [inDays(900), 'message_refusal_far'],
  ] as const)
    await expect(sendMessage(her, { ...asked, answerBy })).rejects.toMatchObject({ reason, field: 'answerBy' });
  const key = newId();
  await Promise.all([1, 2].map(() => sendMessage(her, asked, key)));
  const [question] = (await threadOf(ngo, 'engagement', made.id)).owed;
  expect(question).toMatchObject({ text: asked.text, day: asked.answerBy });
  expect((await threadOf(her, 'engagement', made.id)).messages[0]?.ask).toMatchObject({ asked: true, state: 'open' });
  const dates = async (ctx: typeof ngo) =>
    (await myDeadlines(ctx)).dates.filter(({ kind }) => kind === 'answer_due').map(({ day, title }) => [day, title]);
  expect(await dates(ngo)).toEqual([[asked.answerBy, made.volunteer.name]]);
  expect(await dates(her)).toEqual([]);
  await drainAll();

  const editor = await createMember({ id: made.mission.organisationId }, 'editor');
  const subjects = async (email: string) =>
    (await mailTo(email)).map(({ subject }) => subject).filter((subject) => /answer/i.test(subject));
  const on = async (days: number) => {
    setClock(new Date(start.getTime() + days * DAY));
    await Promise.all([remindOfAnswers(), remindOfAnswers()]);
    await drainAll();
    return subjects(editor.email);
  };
  expect(await on(1)).toEqual([]);
  expect(await on(2)).toEqual([expect.stringMatching(/waits for your answer by tomorrow/)]);
  expect(await on(3)).toHaveLength(1);
  expect((await on(4))[1]).toMatch(/still waits for your answer/);
  expect(await on(9)).toHaveLength(2);
  expect(await subjects(made.volunteer.email)).toEqual([expect.stringMatching(/^No answer from/)]);
  expect((await threadOf(her, 'engagement', made.id)).messages[0]?.ask?.state).toBe('open');
  expect((await threadOf({ ...her, now: now() }, 'engagement', made.id)).messages[0]?.ask?.state).toBe('late');

  const answers = [question?.id ?? '', newId()];
  await expect(
    sendMessage(await asPerson((await createSomePerson()).id), { ...about, text: 'x', answers }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await sendMessage(her, { ...about, text: 'One does not answer oneself.', answers });
  expect((await threadOf(ngo, 'engagement', made.id)).owed).toHaveLength(1);
  await sendMessage(ngo, { ...about, text: 'The second one.', answers });
  expect((await threadOf(ngo, 'engagement', made.id)).owed).toEqual([]);
  expect((await threadOf(her, 'engagement', made.id)).messages[0]?.ask?.state).toBe('answered');
  expect(await dates(ngo)).toEqual([]);
});

it('is settled by either side without a message, by nobody else, and goes with whoever asked', async () => {
  const made = await createEngagement();
  const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
  const about = { kind: 'engagement' as const, subjectId: made.id };
  const { messageId } = await sendMessage(her, { ...about, text: 'Annex?', answerBy: inDays(2) });
  const { messageId: plain } = await sendMessage(her, { ...about, text: 'Hello.' });
  const { messageId: second } = await sendMessage(her, { ...about, text: 'And this?', answerBy: inDays(1) });
  await drainAll();
  const which = { ...about, messageId };
  const viewer = await asPerson((await createMember({ id: made.mission.organisationId }, 'viewer')).id);
  const outsider = await asPerson((await createSomePerson()).id);
  await expect(closeAsk(asStranger(), which)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(closeAsk(outsider, which)).rejects.toMatchObject({ code: 'not_found' });
  await expect(closeAsk(viewer, which)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(closeAsk(ngo, { ...which, messageId: plain })).rejects.toMatchObject({ code: 'not_found' });
  await Promise.all([closeAsk(ngo, which), closeAsk(her, which)]);
  expect((await threadOf(ngo, 'engagement', made.id)).owed.map(({ id }) => id)).toEqual([second]);
  expect(await remindOfAnswers({ ...ngo, now: new Date(ngo.now.getTime() + 3 * DAY) })).toBe(1);
  await eraseEverywhere(made.volunteer.id);
  expect((await threadOf(ngo, 'engagement', made.id)).owed).toEqual([]);
});
