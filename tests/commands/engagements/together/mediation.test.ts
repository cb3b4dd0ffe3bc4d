/** Disputes: both sides, the moderator between them, what stands still meanwhile, and how it can end. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../../src/lib/domains/accounts/server/personal-data';
import { issueCertificate } from '../../../../src/lib/domains/engagements/server/commands/certificate/issue-certificate';
import { logHours } from '../../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { answerDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/answer-dispute';
import { decideDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/decide-dispute';
import { giveBackDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/give-back-dispute';
import { openDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/open-dispute';
import { takeDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/take-dispute';
import { withdrawDispute } from '../../../../src/lib/domains/engagements/server/commands/mediation/withdraw-dispute';
import { writeInMediation } from '../../../../src/lib/domains/engagements/server/commands/mediation/write-in-mediation';
import { acceptDeliverable } from '../../../../src/lib/domains/engagements/server/commands/work/accept-deliverable';
import { terminateEngagement } from '../../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { remindOfOutcomes } from '../../../../src/lib/domains/engagements/server/jobs/outcome-timers';
import { overdueOutcomeGate } from '../../../../src/lib/domains/engagements/server/outcome-gate';
import { forgetPerson } from '../../../../src/lib/domains/engagements/server/own-personal-data';
import {
  disputePage,
  openDisputes,
} from '../../../../src/lib/domains/engagements/server/queries/together/dispute-desk';
import { mediationPage } from '../../../../src/lib/domains/engagements/server/queries/together/mediation-page';
import { AuditEntries } from '../../../../src/lib/domains/moderation/server/audit-entry.model';
import { acceptInvitation } from '../../../../src/lib/domains/organisations/server/commands/members/accept-invitation';
import { inviteMember } from '../../../../src/lib/domains/organisations/server/commands/members/invite-member';
import { now, setClock } from '../../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../../src/lib/shared/dates';
import { newId } from '../../../../src/lib/shared/ids';
import { asPerson, asSystem } from '../../../support/contexts';
import { drainAll, mailTo } from '../../../support/drain';
import { disputeOf, openedDispute, WORDS } from '../../../support/factories/disputes';
import { createDelivered, createEngagement, readEngagement } from '../../../support/factories/engagements';
import { createModerator, createSomePerson } from '../../../support/factories/organisations';

afterEach(() => setClock());
afterEach(drainAll);

describe('a dispute', () => {
  it('stops the work, tells all, and is read by the two sides and moderators of neither', async () => {
    const made = await createEngagement();
    const her = await made.byVolunteer();
    const key = newId();
    const bystander = await createModerator();
    const opening = { engagementId: made.id, ...WORDS };
    await Promise.allSettled([1, 2, 3].map(() => openDispute(her, opening, key)));
    expect((await readEngagement(made.id)).disputes).toHaveLength(1);
    const disputeId = (await disputeOf(made))?.id ?? '';
    const about = { engagementId: made.id, disputeId };
    const day = isoDay(now());
    const ngo = await made.byNgo();
    const deliverableId = (await readEngagement(made.id)).deliverables[0]?.id ?? '';
    for (const standing of [
      () => logHours(her, { engagementId: made.id, day, minutes: 60, kind: 'review', note: '' }),
      () => acceptDeliverable(ngo, { engagementId: made.id, deliverableId }),
      () => terminateEngagement(ngo, { engagementId: made.id, kind: 'other', reason: 'Enough of it.' }),
      () => openDispute(ngo, opening),
      () => issueCertificate(her, { engagementId: made.id, showsName: true, showsMission: true, showsHours: true }),
    ])
      await expect(standing()).rejects.toMatchObject({ reason: 'engagement_refusal_state' });
    await drainAll();
    expect((await mailTo(bystander.email)).at(-1)?.subject).toContain('waits for a moderator');

    // A moderator of the NGO sees nothing of it at the desk and cannot take it; a stranger learns nothing.
    const own = await createModerator();
    const { token } = await inviteMember(asSystem(), {
      organisationId: made.mission.organisationId,
      email: own.email,
      role: 'viewer',
    });
    await acceptInvitation(await asPerson(own.id), { token });
    expect((await openDisputes(await asPerson(own.id))).map(({ id }) => id)).not.toContain(made.id);
    await expect(takeDispute(await asPerson(own.id), about)).rejects.toMatchObject({ reason: 'mediation_refusal_own' });
    const outsider = await asPerson((await createSomePerson()).id);
    for (const attempt of [
      () => disputePage(outsider, made.id),
      () => mediationPage(outsider, made.id),
      () => takeDispute(outsider, about),
      () => writeInMediation(outsider, { ...about, text: 'Hello?', asModerator: false }),
      () => writeInMediation(outsider, { ...about, text: 'Hello?', asModerator: true }),
      () => openDispute(outsider, opening),
      () => answerDispute(outsider, { ...about, answer: 'I was not there.' }),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    await expect(answerDispute(her, { ...about, answer: 'I answer myself.' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect((await openDisputes(await asPerson(bystander.id))).map(({ id }) => id)).toContain(made.id);
    await expect(withdrawDispute(ngo, about)).rejects.toMatchObject({ code: 'forbidden' });
    await withdrawDispute(her, about);
    expect(await readEngagement(made.id)).toMatchObject({ state: 'active', disputes: [{ ended: 'withdrawn' }] });
  });

  it('is taken by one moderator of two, who hears both, writes, and proposes until both say yes', async () => {
    const made = await createEngagement();
    const { about, moderator, person, propose, answer } = await openedDispute(made);
    const second = await asPerson((await createModerator()).id);
    const taken = await Promise.allSettled([takeDispute(moderator, about), takeDispute(second, about)]);
    expect(taken.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    if ((await disputeOf(made))?.moderatorId !== person.id) {
      await giveBackDispute(second, about);
      await takeDispute(moderator, about);
    }
    await expect(giveBackDispute(second, about)).rejects.toMatchObject({ reason: 'mediation_refusal_other_moderator' });
    await expect(decideDispute(moderator, { ...about, resolution: 'continue', words: 'No.', entryIds: [] }))
      .rejects //
      .toMatchObject({ reason: 'mediation_refusal_unheard' });
    await answerDispute(await made.byNgo(), { ...about, answer: 'They were questions, not orders.' });
    const key = newId();
    const line = { ...about, text: 'What would one longer paper need?', asModerator: true };
    await Promise.all([1, 2].map(() => writeInMediation(moderator, line, key)));
    expect((await disputeOf(made))?.messages).toHaveLength(1);
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('> What would one longer paper need?');

    const first = await propose('end_no_fault');
    await answer(first, 'ngo', false);
    expect(await disputeOf(made)).toMatchObject({ state: 'taken' });
    const fresh = await propose('continue');
    await expect(answer(first, 'volunteer', true)).rejects.toMatchObject({ reason: 'mediation_refusal_replaced' });
    await Promise.all([answer(fresh, 'ngo', true), answer(fresh, 'volunteer', true)]);
    await answer(fresh, 'ngo', true);
    expect(await readEngagement(made.id)).toMatchObject({
      state: 'active',
      disputes: [{ state: 'closed', ended: 'agreed', resolution: 'continue' }],
    });
    await drainAll();
    const acts = await AuditEntries.find({ subjectId: made.id }).lean<{ kind: string; by: string | null }[]>();
    expect(acts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['dispute.taken', 'dispute.proposed', 'dispute.closed']),
    );
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('The work goes on');
  });

  it('can end with the hours that are counted, and no others', async () => {
    const made = await createEngagement();
    const her = await made.byVolunteer();
    const entry = { engagementId: made.id, day: isoDay(now()), kind: 'drafting' as const, note: '' };
    const counted = await logHours(her, { ...entry, minutes: 120 });
    await logHours(her, { ...entry, minutes: 30 });
    const { about, moderator, propose, answer } = await openedDispute(made);
    await takeDispute(moderator, about);
    const proposal = await propose('end_hours', [counted.entryId, newId()]);
    await answer(proposal, 'volunteer', true);
    await answer(proposal, 'ngo', true);
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({ state: 'terminated', endKind: 'mediated' });
    expect(work.hours.map(({ state }) => state)).toEqual(['verified', 'rejected']);
    await drainAll();
    const subjects = (await mailTo(made.volunteer.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('is closed'))).toHaveLength(1);
    expect(subjects.filter((subject) => subject.includes('has ended early'))).toEqual([]);
    await issueCertificate(her, { engagementId: made.id, showsName: true, showsMission: true, showsHours: true });
  });

  it('is decided with reasons where the other side had its days, and no timer ran meanwhile', async () => {
    const made = await createDelivered();
    const due = (await readEngagement(made.id)).outcomeDueAt?.getTime() ?? 0;
    const { about, moderator, person } = await openedDispute(made);
    await takeDispute(moderator, about);
    setClock(new Date(due + 2 * DAY));
    expect(await remindOfOutcomes()).toBe(0);
    expect(await overdueOutcomeGate(made.mission.organisationId)).toBeNull();
    const later = await asPerson(person.id);
    const decision = {
      ...about,
      resolution: 'continue' as const,
      words: 'The account is owed as agreed.',
      entryIds: [],
    };
    await decideDispute(later, decision);
    await expect(decideDispute(later, decision)).rejects.toMatchObject({ code: 'conflict' });
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({ state: 'restitution_due', disputes: [{ ended: 'decided' }] });
    expect((work.outcomeDueAt?.getTime() ?? 0) - due).toBeGreaterThan(30 * DAY);
    await drainAll();
    expect((await mailTo(made.volunteer.email)).at(-1)?.text).toContain('> The account is owed as agreed.');
  });

  it('goes with an account: her words leave, the work is over, a moderator who leaves gives it back', async () => {
    const made = await createEngagement();
    const { about, moderator, person } = await openedDispute(made);
    await takeDispute(moderator, about);
    await writeInMediation(moderator, { ...about, text: 'I read this tonight.', asModerator: true });
    expect(JSON.stringify(await personalDataOf(person.id))).toContain('I read this tonight.');
    expect(JSON.stringify(await personalDataOf(made.volunteer.id))).toContain(WORDS.reason);
    await forgetPerson(person.id, person.name);
    expect(await disputeOf(made)).toMatchObject({ state: 'open', moderatorId: null, messages: [{ personId: null }] });
    await forgetPerson(made.volunteer.id, made.volunteer.name);
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({ state: 'terminated', endKind: 'left', disputes: [{ ended: 'left', reason: '' }] });
  });
});
