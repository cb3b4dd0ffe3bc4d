/** The demonstration: who is in it, what happens when, and how it is put in place. */
import { DEMO_PASSWORD } from '$lib/domains/accounts/server/demo-accounts';
import { hashPassword } from '$lib/domains/accounts/server/passwords/hash-password';
import { loadCuratedSkills } from '$lib/domains/skills/server/commands/load-curated-skills';
import { systemContext } from '$lib/server/context';
import { withMemoryDatabase } from '$lib/server/memory-database/with-memory-database';
import { planEngagements } from './engagements/plan-engagements';
import { planFloorPeople } from './exchange/enter-organisations';
import { exchangeActs } from './exchange/exchange-acts';
import { Calendar } from './engine/calendar';
import { Cast, type CastPerson } from './engine/cast';
import { Chance } from './engine/chance';
import { withMovedClock } from './engine/moved-clock';
import { markFinished, markStarted } from './engine/seed-run';
import { keepMails, settle } from './engine/settle';
import { runStory, type Act, type StoryOptions } from './engine/story';
import { timerActs } from './engine/timers';
import { impressionActs } from './matching/impression-acts';
import { bookmarkActs } from './missions/bookmark-acts';
import { missionActs, planMissions, type PlannedMission } from './missions/mission-acts';
import { programmeActs } from './programmes/programme-acts';
import { reportActs } from './moderation/report-acts';
import { watchActs } from './notifications/watch-acts';
import { planOrganisations } from './organisations/organisation-acts';
import { DEMO_PEOPLE, demoPeople } from './people/demo-people';
import { PersonNames } from './people/person-names';
import { blockActs } from './volunteers/block-acts';
import { enterVolunteers, planVolunteers, volunteerActs, type PlannedVolunteer } from './volunteers/volunteer-acts';

export interface Demonstration {
  people: readonly CastPerson[];
  volunteers: readonly PlannedVolunteer[];
  missions: readonly PlannedMission[];
  /** Puts the people in place; the acts rely on them. */
  enterPeople: (passwordHash: string) => Promise<void>;
  acts: Act[];
}

/** The same day gives the same plan. */
export function planDemonstration(now: Date): Demonstration {
  const calendar = new Calendar(now);
  const chance = new Chance('causeway');
  const cast = new Cast();
  const names = new PersonNames(DEMO_PEOPLE.map(({ name }) => name));
  const organisations = planOrganisations({ calendar, cast, names, chance: chance.fork('organisations') });
  const volunteers = planVolunteers({ calendar, names, chance: chance.fork('volunteers') });
  const missions = planMissions(calendar, chance.fork('missions'), (key) => organisations.editors.get(key) ?? []);
  const engagements = planEngagements({ calendar, cast, missions, volunteers, chance: chance.fork('engagements') });
  const floorPeople = planFloorPeople(names, chance.fork('floor people'), calendar);
  const isDemo = new Set(DEMO_PEOPLE.map(({ key }) => key));
  const people = [
    ...demoPeople(calendar),
    ...organisations.people,
    ...volunteers.flatMap(({ person }) => (isDemo.has(person.key) ? [] : [person])),
    ...floorPeople,
  ];
  return {
    people,
    volunteers,
    missions,
    enterPeople: async (passwordHash) => {
      await cast.enter(people, passwordHash);
      await enterVolunteers(cast, volunteers);
    },
    acts: [
      ...organisations.acts,
      ...volunteerActs(calendar, cast, volunteers),
      ...missions.flatMap((mission) => missionActs(calendar, cast, mission)),
      ...engagements,
      ...programmeActs({
        calendar,
        cast,
        volunteers,
        workers: workersIn(engagements),
        moments: momentsIn(engagements),
        chance: chance.fork('programmes'),
      }),
      ...exchangeActs({ calendar, cast, chance: chance.fork('exchange') }),
      ...bookmarkActs(calendar, cast),
      ...blockActs(calendar, cast),
      ...impressionActs(calendar, cast, missions),
      ...reportActs(calendar, cast),
      ...watchActs(calendar, cast),
      ...timerActs(calendar),
    ],
  };
}

/** Whoever logs hours in some act: `mission, volunteer: logs hours`. */
function workersIn(acts: readonly Act[]): Set<string> {
  return new Set(acts.flatMap(({ what }) => /, ([^,:]+): .*hours/.exec(what)?.[1] ?? []));
}

/** When each volunteer does something: `mission, volunteer: what she does`. */
function momentsIn(acts: readonly Act[]): Map<string, Date[]> {
  const moments = new Map<string, Date[]>();
  for (const { what, at } of acts) {
    const [, volunteer] = /, ([^,:]+): /.exec(what) ?? [];
    if (volunteer) moments.set(volunteer, [...(moments.get(volunteer) ?? []), at]);
  }
  return moments;
}

/** Mail of the last two weeks is kept, as a mailbox would. */
const MAIL_DAYS = 14;

export interface MakeOptions extends Pick<StoryOptions, 'onProgress' | 'signal'> {
  now: Date;
}

/** Into an empty database. Whoever has a search engine open rebuilds its indexes afterwards. */
export async function makeDemonstration({ now, ...options }: MakeOptions): Promise<{ acts: number; mails: number }> {
  const calendar = new Calendar(now);
  const { today } = calendar;
  await markStarted(today.toISOString().slice(0, 10));
  const { enterPeople, acts } = planDemonstration(now);
  const mailsFrom = calendar.ago(MAIL_DAYS, 0);
  const settleUpTo = (upTo: Date) => settle({ upTo, mailsFrom });
  const mails = await withMemoryDatabase(() =>
    withMovedClock(today, async () => {
      await loadCuratedSkills(systemContext());
      await enterPeople(await hashPassword(DEMO_PASSWORD));
      await runStory(acts, { settle: settleUpTo, ...options });
      await settleUpTo(today);
      return keepMails();
    }),
  );
  await markFinished();
  return { acts: acts.length, mails };
}
