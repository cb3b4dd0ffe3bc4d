/** Teams: who knows whom, who leads, and what the lead hears; handovers from one volunteer to the next. */
import { afterEach, describe, expect, it } from 'vitest';
import { chooseCredit } from '../../../../src/lib/domains/engagements/server/commands/charter/choose-credit';
import { acceptHandover } from '../../../../src/lib/domains/engagements/server/commands/handover/accept-handover';
import { proposeHandover } from '../../../../src/lib/domains/engagements/server/commands/handover/propose-handover';
import { refuseHandover } from '../../../../src/lib/domains/engagements/server/commands/handover/refuse-handover';
import { withdrawHandover } from '../../../../src/lib/domains/engagements/server/commands/handover/withdraw-handover';
import { logHours } from '../../../../src/lib/domains/engagements/server/commands/hours/log-hours';
import { verifyHours } from '../../../../src/lib/domains/engagements/server/commands/hours/verify-hours';
import { issueCertificate } from '../../../../src/lib/domains/engagements/server/commands/certificate/issue-certificate';
import { removeMilestone } from '../../../../src/lib/domains/engagements/server/commands/plan/remove-milestone';
import { saveMilestone } from '../../../../src/lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '../../../../src/lib/domains/engagements/server/commands/plan/tick-milestone';
import { nameLead } from '../../../../src/lib/domains/engagements/server/commands/team/name-lead';
import { showToTeam } from '../../../../src/lib/domains/engagements/server/commands/team/show-to-team';
import { pauseEngagement } from '../../../../src/lib/domains/engagements/server/commands/work/pause-engagement';
import { terminateEngagement } from '../../../../src/lib/domains/engagements/server/commands/work/terminate-engagement';
import { remindOfPauses } from '../../../../src/lib/domains/engagements/server/jobs/pause-timers';
import { engagementPage } from '../../../../src/lib/domains/engagements/server/queries/engagement-view';
import { handoverPage } from '../../../../src/lib/domains/engagements/server/queries/together/handover-page';
import { teamPage } from '../../../../src/lib/domains/engagements/server/queries/together/team-page';
import { teamPlanPage } from '../../../../src/lib/domains/engagements/server/queries/together/team-plan-page';
import { extendDeadline } from '../../../../src/lib/domains/missions/server/commands/extend-deadline';
import { pauseMission } from '../../../../src/lib/domains/missions/server/commands/pause-mission';
import { missionPage } from '../../../../src/lib/domains/missions/server/queries/mission-page';
import { expireMissions } from '../../../../src/lib/domains/missions/server/jobs/expire-missions';
import { Files } from '../../../../src/lib/server/files/file.model';
import { forgetUploader } from '../../../../src/lib/server/files/files';
import { fileOwner } from '../../../../src/lib/server/files/file-owners';
import { systemContext } from '../../../../src/lib/server/context';
import { now, setClock } from '../../../../src/lib/server/clock';
import { DAY, isoDay } from '../../../../src/lib/shared/dates';
import { newId } from '../../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../../support/contexts';
import { drainAll, mailTo } from '../../../support/drain';
import { createEngagement, createProposed, readEngagement, signBoth } from '../../../support/factories/engagements';
import { aRole, createMission, readMission } from '../../../support/factories/missions';
import { createSomePerson } from '../../../support/factories/organisations';

const NOTE = {
  done: 'Articles 1 to 4 are drafted and were read by two of your members.',
  where: 'The folder “04”, and the registry by telephone.',
  next: 'Articles 5 to 9 by the end of the month.',
};
const text = { name: 'notes.txt', bytes: new TextEncoder().encode('Call the registry before ten.') };

afterEach(() => setClock());
afterEach(drainAll);

describe('a team', () => {
  it('is known to the NGO; the others know each other once they work and agreed to be known', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 3 })] });
    const [anna, ben, cleo] = [
      await createEngagement({ mission }),
      await createEngagement({ mission }),
      await createProposed({ mission }),
    ];
    await chooseCredit(await ben.byVolunteer(), { engagementId: ben.id, credit: 'anonymous' });
    const namesFor = async (made: typeof anna, ctx: Awaited<ReturnType<typeof asPerson>>) =>
      (await teamPage(ctx, made.id)).members.map(({ name }) => name);
    const [a, b, c] = [anna.volunteer.name, ben.volunteer.name, cleo.volunteer.name];
    expect(new Set(await namesFor(anna, await asPerson(mission.ownerId)))).toEqual(new Set([a, b, c]));
    expect(new Set(await namesFor(anna, await asPerson(anna.volunteer.id)))).toEqual(new Set([a, null]));
    expect(new Set(await namesFor(cleo, await asPerson(cleo.volunteer.id)))).toEqual(new Set([c, null]));
    await showToTeam(await ben.byVolunteer(), { engagementId: ben.id, shown: true });
    expect(await namesFor(anna, await asPerson(anna.volunteer.id))).toContain(b);
    await expect(showToTeam(await ben.byNgo(), { engagementId: ben.id, shown: false })).rejects.toMatchObject({
      code: 'forbidden',
    });

    const ngo = await anna.byNgo();
    const order = (leadId: string | null) => ({ engagementId: ben.id, leadId });
    await expect(nameLead(ngo, order(cleo.id))).rejects.toMatchObject({ reason: 'team_refusal_not_begun' });
    await expect(nameLead(ngo, order((await createEngagement()).id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(nameLead(await ben.byVolunteer(), order(ben.id))).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(nameLead(outsider, order(ben.id))).rejects.toMatchObject({ code: 'not_found' });
    const both = await Promise.allSettled([nameLead(ngo, order(anna.id)), nameLead(ngo, order(ben.id))]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await nameLead(ngo, order(anna.id));
    await nameLead(ngo, order(anna.id));
    await expect(showToTeam(await anna.byVolunteer(), { engagementId: anna.id, shown: false })).rejects.toMatchObject({
      reason: 'team_refusal_lead_shown',
    });
    await drainAll();
    const end = { engagementId: ben.id, kind: 'personal' as const, reason: 'A new child.' };
    await terminateEngagement(await ben.byVolunteer(), end);
    await drainAll();
    const copies = (await mailTo(anna.volunteer.email)).filter(({ subject }) =>
      subject.startsWith('News of your team'),
    );
    expect(copies.map(({ text: said }) => said).join()).toContain(`The work of ${b} has ended`);
    // Both sides are told, with the kind of reason and the words.
    for (const address of [ben.volunteer.email])
      expect((await mailTo(address)).at(-1)?.text).toMatch(/Personal reasons[^]*> A new child/);
  });
});

describe('the lead of a team', () => {
  it('keeps the plans of all who have begun, and sees no more of their work than that', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 4 })] });
    const [lead, ben, cleo] = [
      await createEngagement({ mission }),
      await createEngagement({ mission }),
      await createProposed({ mission }),
    ];
    const her = () => asPerson(lead.volunteer.id);
    const day = isoDay(new Date(now().getTime() + 7 * DAY));
    const step = { milestoneId: null, title: 'Articles 1 to 4', day, owner: 'volunteer' as const };
    const add = async (id: string) => saveMilestone(await her(), { engagementId: id, ...step });
    await expect(add(ben.id)).rejects.toMatchObject({ code: 'not_found' });
    await nameLead(await lead.byNgo(), { engagementId: lead.id, leadId: lead.id });
    await Promise.all([add(ben.id), add(ben.id)]);
    await expect(add(cleo.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(add((await createEngagement()).id)).rejects.toMatchObject({ code: 'not_found' });
    const { plan = [], timeline } = await readEngagement(ben.id);
    expect(plan).toHaveLength(2);
    expect(timeline.filter(({ what }) => what === 'milestone_added').map(({ by }) => by)).toEqual([
      lead.volunteer.id,
      lead.volunteer.id,
    ]);
    const [first, second] = plan.map(({ id }) => id);
    await tickMilestone(await her(), { engagementId: ben.id, milestoneId: first ?? '', done: true });
    await removeMilestone(await her(), { engagementId: ben.id, milestoneId: second ?? '' });
    const page = await teamPlanPage(await her(), lead.id, ben.id);
    expect(page.plan.milestones).toMatchObject([{ title: step.title, doneOn: isoDay(now()) }]);
    const team = await teamPage(await her(), lead.id);
    expect(team.members.filter(({ planId }) => planId !== null)).toMatchObject([{ planId: ben.id, id: null }]);
    await expect(engagementPage(await her(), ben.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(teamPlanPage(await ben.byVolunteer(), ben.id, lead.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(teamPlanPage(await lead.byNgo(), lead.id, ben.id)).rejects.toMatchObject({ code: 'not_found' });
    // Who no longer leads keeps her own plan alone.
    await nameLead(await lead.byNgo(), { engagementId: lead.id, leadId: null });
    await expect(add(ben.id)).rejects.toMatchObject({ code: 'not_found' });
    await add(lead.id);
  });
});

describe('a handover', () => {
  it('ends one work, opens the role again, and its note is read by whoever took over and signed', async () => {
    const made = await createEngagement();
    const [her, ngo] = [await made.byVolunteer(), await made.byNgo()];
    const day = isoDay(now());
    const { entryId } = await logHours(her, { engagementId: made.id, day, minutes: 90, kind: 'drafting', note: '' });
    await drainAll();
    expect((await readMission(made.mission.id)).state).toBe('in_progress');
    const key = newId();
    await expect(proposeHandover(ngo, { engagementId: made.id, ...NOTE })).rejects.toMatchObject({ code: 'forbidden' });
    await Promise.all([1, 2].map(() => proposeHandover(her, { engagementId: made.id, ...NOTE, file: text }, key)));
    await refuseHandover(ngo, { engagementId: made.id, answer: 'Which articles exactly?' });
    await expect(acceptHandover(ngo, { engagementId: made.id, answer: '' })).rejects.toMatchObject({
      reason: 'handover_refusal_none',
    });
    await proposeHandover(her, { engagementId: made.id, ...NOTE, done: 'Articles 1, 2, 3 and 4.' });
    expect((await engagementPage(ngo, made.id)).next).toBe('answer_handover');
    const outsider = await asPerson((await createSomePerson()).id);
    for (const attempt of [
      () => acceptHandover(outsider, { engagementId: made.id, answer: '' }),
      () => handoverPage(outsider, made.id),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
    const race = await Promise.allSettled([
      acceptHandover(ngo, { engagementId: made.id, answer: 'Thank you.' }),
      withdrawHandover(her, { engagementId: made.id }),
    ]);
    expect(race.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    if ((await readEngagement(made.id)).state !== 'terminated') {
      await proposeHandover(her, { engagementId: made.id, ...NOTE, file: text });
      await acceptHandover(ngo, { engagementId: made.id, answer: 'Thank you.' });
    }
    await acceptHandover(ngo, { engagementId: made.id, answer: 'Twice.' });
    await drainAll();
    const work = await readEngagement(made.id);
    expect(work).toMatchObject({ state: 'terminated', endKind: 'handover', handover: { state: 'accepted' } });
    expect(await readMission(made.mission.id)).toMatchObject({ state: 'published', roles: [{ filledSeats: 0 }] });

    // Her verified hours can be certified, and nothing before they are.
    const wish = { engagementId: made.id, showsName: true, showsMission: true, showsHours: true };
    await expect(issueCertificate(her, wish)).rejects.toMatchObject({ reason: 'certificate_refusal_no_hours' });
    await verifyHours(ngo, { engagementId: made.id, entryIds: [entryId] });
    await issueCertificate(her, wish);

    setClock(new Date(now().getTime() + 60_000));
    const next = await createProposed({ mission: made.mission });
    const file = work.handover?.files[0]?.id ?? '';
    const mayRead = async () => fileOwner('handover')?.requireReader(await next.byVolunteer(), made.id);
    expect((await handoverPage(await next.byVolunteer(), next.id)).earlier).toEqual([]);
    await expect(mayRead()).rejects.toMatchObject({ code: 'not_found' });
    await signBoth(next);
    expect((await handoverPage(await next.byVolunteer(), next.id)).earlier).toMatchObject([
      { by: made.volunteer.name, next: NOTE.next, files: [{ name: 'notes.txt' }] },
    ]);
    await mayRead();

    // A file outlives the account of whoever brought it, without her.
    await forgetUploader(made.volunteer.id);
    expect(await Files.findById(file).lean()).toMatchObject({ personId: null });
  });
});

describe('a handover after the deadline', () => {
  it('looks for somebody until the day that the NGO says, and the mission says why its deadline moved', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 2 })] });
    const [made, other] = [await createEngagement({ mission }), await createEngagement({ mission })];
    await drainAll();
    const { deadline } = await readMission(mission.id);
    const late = new Date((deadline?.getTime() ?? 0) + 2 * DAY);
    setClock(late);
    expect((await handoverPage(await made.byNgo(), made.id)).isLate).toBe(true);
    await proposeHandover(await made.byVolunteer(), { engagementId: made.id, ...NOTE });
    const accept = async (until: Date | null) =>
      acceptHandover(await made.byNgo(), { engagementId: made.id, answer: '', until });
    await expect(accept(null)).rejects.toMatchObject({ reason: 'handover_refusal_until', field: 'until' });
    await expect(accept(deadline)).rejects.toMatchObject({ field: 'until' });
    await expect(accept(new Date(late.getTime() - DAY))).rejects.toMatchObject({ field: 'until' });
    await expect(accept(new Date(late.getTime() + 2000 * DAY))).rejects.toMatchObject({ field: 'until' });
    expect((await readEngagement(made.id)).state).toBe('active');
    const until = new Date(late.getTime() + 10 * DAY);
    await Promise.all([accept(until), accept(until)]);
    await drainAll();
    await drainAll();
    const open = await readMission(mission.id);
    expect(open).toMatchObject({ state: 'published', remindersSent: [], roles: [{ filledSeats: 1 }] });
    expect(Math.abs((open.deadline?.getTime() ?? 0) - until.getTime())).toBeLessThan(60_000);
    const facts = (await missionPage(asStranger(), open.slug)).timeline.map(({ what }) => what);
    expect(facts.filter((what) => what === 'deadline_for_handover')).toHaveLength(1);
    expect((await readEngagement(other.id)).state).toBe('active');
    const next = await createProposed({ mission });
    await signBoth(next);
    expect((await handoverPage(await next.byVolunteer(), next.id)).earlier).toHaveLength(1);
  });

  it('opens a search that the NGO had paused: it has said until when it looks', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 2 })] });
    const made = await createEngagement({ mission });
    await drainAll();
    await pauseMission(await made.byNgo(), { missionId: mission.id });
    await proposeHandover(await made.byVolunteer(), { engagementId: made.id, ...NOTE });
    await acceptHandover(await made.byNgo(), { engagementId: made.id, answer: '' });
    await drainAll();
    expect(await readMission(mission.id)).toMatchObject({ state: 'published', roles: [{ filledSeats: 0 }] });
  });

  it('that found nobody can be looked for again with a later deadline, when the NGO wants it', async () => {
    const mission = await createMission({ roles: [aRole({ seats: 2 })] });
    const made = await createEngagement({ mission });
    await createEngagement({ mission });
    await drainAll();
    await proposeHandover(await made.byVolunteer(), { engagementId: made.id, ...NOTE });
    await acceptHandover(await made.byNgo(), { engagementId: made.id, answer: '' });
    await drainAll();
    const { deadline, state } = await readMission(mission.id);
    expect(state).toBe('published');
    const late = new Date((deadline?.getTime() ?? 0) + DAY);
    setClock(late);
    await expireMissions(systemContext());
    await drainAll();
    expect((await readMission(mission.id)).state).toBe('in_progress');
    const later = (days: number) => ({
      ...{ missionId: mission.id, reason: 'Somebody has to go on with it.' },
      deadline: new Date(late.getTime() + days * DAY),
    });
    const ngo = await made.byNgo();
    await extendDeadline(ngo, later(5));
    expect((await readMission(mission.id)).state).toBe('in_progress');
    await extendDeadline(ngo, { ...later(9), reopen: true });
    await drainAll();
    expect((await readMission(mission.id)).state).toBe('published');
    await signBoth(await createProposed({ mission }));
  });
});

describe('a pause', () => {
  it('says by whom and until when, refuses a day that is over, and reminds both once', async () => {
    const made = await createEngagement();
    const ngo = await made.byNgo();
    const until = isoDay(new Date(now().getTime() + 5 * DAY));
    const pause = { engagementId: made.id, reason: 'The office has postponed.' };
    await expect(pauseEngagement(ngo, { ...pause, until: isoDay(now()) })).rejects.toMatchObject({ field: 'until' });
    await pauseEngagement(ngo, { ...pause, until });
    expect((await engagementPage(await made.byVolunteer(), made.id)).pause).toMatchObject({ by: 'ngo', until });
    await remindOfPauses();
    setClock(new Date(now().getTime() + 6 * DAY));
    await Promise.all([remindOfPauses(), remindOfPauses()]);
    await drainAll();
    const told = (await mailTo(made.volunteer.email)).filter(({ subject }) => subject.startsWith('The pause of'));
    expect(told).toHaveLength(1);
  });
});
