/** SEED-001..: the demonstration is whole, the same every time, and in line with the search indexes. */
import mongoose from 'mongoose';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../../src/lib/domains/accounts/server/demo-accounts';
import { passwordMatches } from '../../src/lib/domains/accounts/server/passwords/hash-password';
import { People } from '../../src/lib/domains/accounts/server/person.model';
import { APPLICATION_STATES } from '../../src/lib/domains/engagements/application/application';
import { REPLIES } from '../../src/lib/domains/engagements/outcome/outcome';
import { Applications } from '../../src/lib/domains/engagements/server/application.model';
import { Engagements, type EngagementDocument } from '../../src/lib/domains/engagements/server/engagement.model';
import { Invitations } from '../../src/lib/domains/engagements/server/invitation.model';
import { paceOf } from '../../src/lib/domains/engagements/plan/plan';
import { owedBy } from '../../src/lib/domains/messaging/ask';
import { Threads, type ThreadDocument } from '../../src/lib/domains/messaging/server/thread.model';
import { Missions, type MissionDocument } from '../../src/lib/domains/missions/server/mission.model';
import { MISSION_STATES } from '../../src/lib/domains/missions/mission';
import { TEMPLATE_KEYS } from '../../src/lib/domains/missions/templates/mission-template';
import { moderationCounts } from '../../src/lib/domains/moderation/server/queries/moderation-counts';
import {
  Notifications,
  type NotificationDocument,
} from '../../src/lib/domains/notifications/server/notification.model';
import { Watchlists, type WatchlistDocument } from '../../src/lib/domains/notifications/server/watch/watchlist.model';
import { checkRegisterCode } from '../../src/lib/domains/organisations/register/register-code';
import {
  Organisations,
  type OrganisationDocument,
} from '../../src/lib/domains/organisations/server/organisation.model';
import { Volunteers, type VolunteerDocument } from '../../src/lib/domains/volunteers/server/volunteer.model';
import { setClock } from '../../src/lib/server/clock';
import { DeadEvents } from '../../src/lib/server/events';
import { Mails, type MailDocument } from '../../src/lib/server/mail/mail.model';
import { op } from '../../src/lib/server/mongo';
import { rebuildIndexes } from '../../src/lib/server/search-access';
import { repairDrift } from '../../src/lib/server/search/drift';
import { addWorkingDays } from '../../src/lib/shared/dates';
import { planDemonstration, makeDemonstration } from '../../seed/demonstration';
import { whatIsThere } from '../../seed/engine/seed-run';
import { asSystem } from '../support/contexts';
import { checkFloors } from './check-floors';
import { seedCommand } from './run-program';

const NOW = new Date('2027-03-10T09:30:00Z');

const distinct = <T>(values: readonly T[]) => new Set(values).size;

async function personId(key: string): Promise<string> {
  const { email } = DEMO_ACCOUNTS.find((account) => account.key === key) ?? { email: '' };
  return (await People.findOne({ email }).lean())?._id ?? '';
}

beforeAll(async () => {
  await makeDemonstration({ now: NOW });
}, 240_000);

describe('people', () => {
  it('SEED-001 are 250 volunteers from twenty countries, and the members of the organisations', async () => {
    const volunteers = await Volunteers.find().lean<VolunteerDocument[]>();
    expect(volunteers).toHaveLength(250);
    expect(distinct(volunteers.map(({ country }) => country))).toBe(20);
    expect(distinct(volunteers.map(({ visibility }) => visibility))).toBe(3);
    expect(distinct(volunteers.map(({ track }) => track))).toBe(4);
    expect(volunteers.filter(({ track, supervisor }) => track === 'student' && !supervisor)).toEqual([]);
    expect(volunteers.filter(({ skills, languages }) => skills.length < 3 || languages.length === 0)).toEqual([]);
    expect(volunteers.map(({ headline, bio }) => headline + bio).filter((text) => /[{}]|undefined/.test(text))).toEqual(
      [],
    );
    const people = await People.find().lean();
    expect(distinct(people.map(({ name }) => name))).toBe(people.length);
    expect(people.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
  });

  it('SEED-002 open the demonstration accounts with the password on the sign-in page', async () => {
    for (const { email } of DEMO_ACCOUNTS) {
      const person = await People.findOne({ email }).select('+passwordHash').lean();
      expect(await passwordMatches(person?.passwordHash, DEMO_PASSWORD), email).toBe(true);
      expect(person?.confirmedAt).not.toBeNull();
    }
  });
});

describe('organisations', () => {
  it('SEED-003 are 64 in eighteen countries, in every standing, and those that only come to the floor', async () => {
    const organisations = await Organisations.find().lean<OrganisationDocument[]>();
    await checkFloors(organisations.length);
    expect(distinct(organisations.map(({ country }) => country))).toBe(18);
    expect(new Set(organisations.map(({ state, review }) => `${state} ${review.state}`))).toEqual(
      new Set(['verified done', 'pending waiting', 'pending changes_requested', 'suspended done']),
    );
    const numbers = organisations.flatMap(({ registerNumber }) => registerNumber ?? []);
    expect(new Set(numbers.map(checkRegisterCode))).toEqual(new Set(['ok', 'wrong_check_digits']));
    expect(new Set(organisations.flatMap(({ members }) => members.map(({ role }) => role)))).toEqual(
      new Set(['owner', 'editor', 'viewer']),
    );
  });
});

describe('missions', () => {
  it('SEED-004 are 120 in every state, from every template, half of them in English', async () => {
    const missions = await Missions.find().lean<MissionDocument[]>();
    expect(missions).toHaveLength(120);
    expect(new Set(missions.map(({ state }) => state))).toEqual(new Set(MISSION_STATES));
    expect(new Set(missions.map(({ template }) => template))).toEqual(new Set([...TEMPLATE_KEYS, null]));
    expect(new Set(missions.map(({ confidentiality }) => confidentiality)).size).toBe(3);
    const written = (language: string) => missions.filter((mission) => mission.language === language).length;
    expect([written('en'), written('fr'), written('nl')]).toEqual([60, 30, 30]);
    expect(distinct(missions.map(({ title }) => title))).toBe(120);
    expect(distinct(missions.map(({ summary }) => summary))).toBe(120);
    // Of what was handed in, everybody says for itself why it has to be by then.
    const reasons = missions.filter(({ submittedAt }) => submittedAt).map(({ deadlineReason }) => deadlineReason);
    expect(distinct(reasons) / reasons.length).toBeGreaterThan(0.85);
  });

  it('SEED-005 that are open have their deadline ahead, on a working day', async () => {
    const open = await Missions.find({ state: 'published' }).lean<MissionDocument[]>();
    expect(open.length).toBeGreaterThanOrEqual(50);
    for (const { deadline, title } of open) {
      expect(deadline?.getTime(), title).toBeGreaterThan(NOW.getTime());
      expect([0, 6], title).not.toContain(deadline?.getUTCDay());
    }
  });
});

describe('work', () => {
  it('SEED-006 has applications and invitations in nearly every state', async () => {
    const states = new Set((await Applications.find().lean()).map(({ state }) => state));
    expect(states).toEqual(new Set(APPLICATION_STATES));
    expect(new Set((await Invitations.find().lean()).map(({ state }) => state))).toEqual(
      new Set(['sent', 'accepted', 'declined', 'expired']),
    );
  });

  it('SEED-007 is signed, counted and published where it is finished', async () => {
    const engagements = await Engagements.find().lean<EngagementDocument[]>();
    expect(engagements.length).toBeGreaterThan(40);
    const finished = engagements.filter(({ state }) => state === 'closed');
    expect(finished.length).toBeGreaterThanOrEqual(18);
    for (const { charter, hours, deliverables, outcome, outcomeUpdates = [], publishedAt } of finished) {
      expect(charter.signatures).toHaveLength(2);
      expect(hours.every(({ state }) => state === 'verified')).toBe(true);
      expect(deliverables.every(({ state }) => state === 'accepted')).toBe(true);
      expect(outcome?.result).toBeTruthy();
      const [first] = outcomeUpdates;
      for (const day of [first ? first.before.replyDay : outcome?.replyDay, outcome?.metDay])
        if (day) expect(day < (publishedAt?.toISOString() ?? '')).toBe(true);
      for (const { at, replyDay } of outcomeUpdates) if (replyDay) expect(replyDay < at.toISOString()).toBe(true);
    }
    expect(new Set(finished.map(({ outcome }) => outcome?.reply))).toEqual(new Set(REPLIES));
    const standing = new Set(engagements.map(({ state }) => state));
    for (const state of ['proposed', 'active', 'paused', 'revision', 'restitution_due'] as const)
      expect(standing).toContain(state);
    expect(await Threads.countDocuments()).toBeGreaterThan(100);
  });

  it('SEED-008 leaves nothing undelivered, and no mail that could still be sent', async () => {
    const { db } = mongoose.connection;
    for (const { name } of (await db?.listCollections().toArray()) ?? [])
      expect(await db?.collection(name).countDocuments({ 'outbox.0': { $exists: true } }), name).toBe(0);
    expect(await DeadEvents.countDocuments()).toBe(0);
    const mails = await Mails.find().lean();
    expect(new Set(mails.map(({ state }) => state))).toEqual(new Set(['kept']));
    expect(mails.length).toBeGreaterThan(300);
    expect(mails.length).toBeLessThan(1500);
    expect(new Set(mails.map(({ locale }) => locale))).toEqual(new Set(['en', 'fr', 'nl']));
  });

  it('SEED-009 happened before today', async () => {
    const today = new Date('2027-03-10T00:00:00Z').getTime();
    const missions = await Missions.find().lean<MissionDocument[]>();
    expect(missions.flatMap(({ timeline }) => timeline).filter(({ at }) => at.getTime() > today)).toEqual([]);
    const mails = await Mails.find().lean();
    expect(mails.filter(({ createdAt }) => createdAt.getTime() > today)).toEqual([]);
  });
});

describe('demonstration accounts', () => {
  it('SEED-010 give the NGO decisions, hours to verify and an outcome that is nearly due', async () => {
    const ngo = await Organisations.findOne({ 'members.personId': await personId('ngo') }).lean<OrganisationDocument>();
    const organisationId = ngo?._id ?? '';
    const waiting = await Applications.find({ organisationId, state: 'submitted' }).lean();
    expect(waiting.length).toBeGreaterThanOrEqual(2);
    const soon = addWorkingDays(NOW, 1).getTime();
    expect(waiting.some(({ dueAt }) => dueAt && dueAt > NOW && dueAt.getTime() <= soon)).toBe(true);
    const engagements = await Engagements.find({ organisationId }).lean<EngagementDocument[]>();
    expect(engagements.some(({ hours }) => hours.some(({ state }) => state === 'logged'))).toBe(true);
    const due = engagements.find(({ state }) => state === 'restitution_due');
    expect(due?.outcomeDueAt?.getTime()).toBeGreaterThan(NOW.getTime());
    expect(due?.outcomeDueAt?.getTime()).toBeLessThan(NOW.getTime() + 5 * 86_400_000);
  });

  it('SEED-011 give the lawyer an invitation, an offer, work under way and work that is over', async () => {
    const lawyer = await personId('lawyer');
    expect(await Invitations.countDocuments({ personId: lawyer, state: 'sent' })).toBe(1);
    expect(await Applications.countDocuments({ personId: lawyer, state: 'offered' })).toBe(1);
    expect(await Engagements.countDocuments({ personId: lawyer, state: 'active' })).toBe(1);
    expect(await Engagements.countDocuments({ personId: lawyer, state: 'closed' })).toBe(1);
  });

  it('SEED-018 show a possible conflict to decide on, one decided, names asked for, a line, and what expired', async () => {
    const secret = await Missions.findOne({ title: /Who asked for the extension/ }).lean<MissionDocument>();
    const states = (await Applications.find({ missionId: secret?._id ?? '' }).lean()).map(
      ({ conflict }) => conflict?.state,
    );
    expect(new Set(states)).toEqual(new Set(['open', 'accepted', 'clear']));
    const logged = secret?.timeline.map(({ what }) => what).filter((what) => what.startsWith('reveal'));
    expect(new Set(logged)).toEqual(new Set(['revealed', 'reveal_refused', 'reveal_accepted']));
    const filled = await Missions.find({ state: 'filled' }).lean<MissionDocument[]>();
    const line = { missionId: op({ $in: filled.map(({ _id }) => _id) }), state: 'waitlisted' as const };
    expect(await Applications.countDocuments(line)).toBeGreaterThan(2);
    expect(await Invitations.countDocuments({ state: 'expired' })).toBeGreaterThan(0);
    expect((await Volunteers.findById(await personId('lawyer')).lean<VolunteerDocument>())?.blockedNgos).toHaveLength(
      1,
    );
  });

  it('SEED-019 show a plan around today, two versions of a file, answers asked for, and replies that came later', async () => {
    const lawyer = await personId('lawyer');
    const work = await Engagements.findOne({ personId: lawyer, state: 'active' }).lean<EngagementDocument>();
    const steps = work?.plan ?? [];
    expect(steps.map(({ day }) => day).some((day) => day < '2027-03-10')).toBe(true);
    expect(steps.map(({ day }) => day).some((day) => day > '2027-03-10')).toBe(true);
    expect(steps.filter(({ doneOn }) => doneOn !== null).length).toBeGreaterThanOrEqual(3);
    expect(steps.some(({ deliverableId }) => deliverableId)).toBe(true);
    const files = work?.deliverables[0]?.versions.flatMap(({ file }) => file?.name ?? []);
    expect(files).toEqual(['Amendments_first_version.pdf', 'Amendments_second_version.pdf']);
    const thread = await Threads.findById(`engagement:${work?._id}`).lean<ThreadDocument>();
    const owed = (side: 'ngo' | 'volunteer') => owedBy(thread?.messages ?? [], side).length;
    expect([owed('ngo'), owed('volunteer')]).toEqual([1, 1]);
    const updated = await Engagements.find({ 'outcomeUpdates.0': op({ $exists: true }) }).lean<EngagementDocument[]>();
    expect(updated.length).toBeGreaterThanOrEqual(3);
    const paces = (await Engagements.find({ state: 'active' }).lean<EngagementDocument[]>()).map(
      ({ plan }) => paceOf(plan ?? [], '2027-03-10').state,
    );
    expect(new Set(paces).size).toBeGreaterThanOrEqual(3);
  });

  it('SEED-012 give the designer, the student and the moderator something to do', async () => {
    const [designer, student] = [await personId('designer'), await personId('student')];
    expect(await Engagements.countDocuments({ personId: designer, state: 'revision' })).toBe(1);
    expect(await Engagements.countDocuments({ personId: student, state: 'active' })).toBe(1);
    expect(await Applications.countDocuments({ personId: student, state: 'shortlisted' })).toBe(1);
    expect((await Volunteers.findById(student).lean<VolunteerDocument>())?.supervisor).not.toBeNull();
    expect(await Engagements.countDocuments({ personId: student, 'supervision.state': 'signed' })).toBe(1);
    expect(await Engagements.countDocuments({ 'handover.state': 'accepted' })).toBe(1);
    const counts = Object.values(await moderationCounts(asSystem()));
    expect(counts.every((count) => count > 0)).toBe(true);
  });
});

describe('the whole', () => {
  it('SEED-017 have notifications to read, searches that found something, and a digest', async () => {
    const lawyer = await personId('lawyer');
    const watchlist = await Watchlists.findById(lawyer).lean<WatchlistDocument>();
    expect([watchlist?.searches.length, watchlist?.follows.length]).toEqual([2, 4]);
    expect(watchlist?.told.length).toBeGreaterThan(0);
    const told = await Notifications.find({ personId: lawyer }).lean<NotificationDocument[]>();
    expect(told.filter(({ readAt }) => readAt === null).length).toBeGreaterThan(0);
    expect(told.filter(({ readAt }) => readAt !== null).length).toBeGreaterThan(2);
    expect(told.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['searches', 'follows', 'messages']));
    const mails = await Mails.find({ personId: lawyer }).lean<MailDocument[]>();
    expect(mails.filter(({ key }) => key.startsWith('digest:')).length).toBeGreaterThan(0);
  });

  it('SEED-013 is known as finished, so that nothing makes it twice', async () => {
    expect(await whatIsThere()).toBe('finished');
    await expect(makeDemonstration({ now: NOW })).rejects.toThrow();
    expect(await Missions.countDocuments()).toBe(120);
  });

  it('SEED-016 is left as it is by the command, which says why where it was asked', async () => {
    const run = (...args: string[]) =>
      seedCommand(args, { MONGODB_URI: process.env.MONGODB_URI ?? '', DEMO: 'on' }).ended;
    expect(await run('--if-empty')).toEqual({ code: 0, output: '' });
    expect(await run()).toMatchObject({ code: 2, output: expect.stringContaining('in place already') as string });
    expect(await run('--reset')).toMatchObject({
      code: 2,
      output: expect.stringContaining('embedded store only') as string,
    });
    expect(await Missions.countDocuments()).toBe(120);
  });

  it('SEED-014 is what the indexes hold once they are rebuilt', async () => {
    setClock(NOW);
    await rebuildIndexes();
    const drift = await repairDrift({ write: false });
    expect(drift.length).toBeGreaterThan(3);
    for (const { missing, stale, surplus, index } of drift)
      expect([index, missing, stale, surplus]).toEqual([index, 0, 0, 0]);
  });

  it('SEED-015 is planned alike twice on one day, at whatever hour', () => {
    const planAt = (hour: string) => {
      const { people, volunteers, missions, acts } = planDemonstration(new Date(`2027-03-10T${hour}Z`));
      const steps = acts.map(({ at, what }) => `${at.toISOString()} ${what}`);
      // Ids are new each time; everything else is the same.
      return JSON.stringify({ people, volunteers, missions, steps }).replace(/"id":"[0-9a-z]{20}"/g, '"id":"…"');
    };
    expect(planAt('23:59:00')).toBe(planAt('00:00:00'));
  });
});
