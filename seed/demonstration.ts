/** The demonstration: who is in it, what happens when, and how it is put in place. */
import { DEMO_PASSWORD } from '$lib/domains/accounts/server/demo-accounts';
import { hashPassword } from '$lib/domains/accounts/server/passwords/hash-password';
import { loadCuratedSkills } from '$lib/domains/skills/server/commands/load-curated-skills';
import { systemContext } from '$lib/server/context';
import { Calendar } from './engine/calendar';
import { Cast } from './engine/cast';
import { Chance } from './engine/chance';
import { withMovedClock } from './engine/moved-clock';
import { markFinished, markStarted } from './engine/seed-run';
import { keepMails, settle } from './engine/settle';
import { runStory, type Act } from './engine/story';
import { missionActs, planMissions } from './missions/mission-acts';
import { planOrganisations } from './organisations/organisation-acts';
import { withoutIndexing } from '$lib/server/search-access';
import { DEMO_PEOPLE, demoPeople } from './people/demo-people';
import { PersonNames } from './people/person-names';
import { enterVolunteers, planVolunteers, volunteerActs } from './volunteers/volunteer-acts';

export interface Demonstration {
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
  const isDemo = new Set(DEMO_PEOPLE.map(({ key }) => key));
  const people = [
    ...demoPeople(calendar),
    ...organisations.people,
    ...volunteers.flatMap(({ person }) => (isDemo.has(person.key) ? [] : [person])),
  ];
  return {
    enterPeople: async (passwordHash) => {
      await cast.enter(people, passwordHash);
      await enterVolunteers(cast, volunteers);
    },
    acts: [
      ...organisations.acts,
      ...volunteerActs(calendar, cast, volunteers),
      ...missions.flatMap((mission) => missionActs(calendar, cast, mission)),
    ],
  };
}

export interface MakeOptions {
  now: Date;
  onProgress?: (done: number, total: number) => void;
}

/** Into an empty database. Whoever has a search engine open rebuilds its indexes afterwards. */
export async function makeDemonstration({ now, onProgress }: MakeOptions): Promise<{ acts: number; mails: number }> {
  const { today } = new Calendar(now);
  await markStarted(today.toISOString().slice(0, 10));
  await loadCuratedSkills(systemContext());
  const { enterPeople, acts } = planDemonstration(now);
  await withoutIndexing(() =>
    withMovedClock(today, async () => {
      await enterPeople(await hashPassword(DEMO_PASSWORD));
      await runStory(acts, { settle, ...(onProgress ? { onProgress } : {}) });
      await settle(today);
    }),
  );
  const mails = await keepMails();
  await markFinished();
  return { acts: acts.length, mails };
}
