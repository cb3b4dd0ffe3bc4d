/** How the employers' programmes came about: rules, signature, staff, requests in every state, and what was decided. */
import { openWorkOf } from '$lib/domains/engagements/server/sponsoring/work-record';
import { approveSponsorship } from '$lib/domains/programmes/server/commands/requests/approve-sponsorship';
import { recallSponsorship } from '$lib/domains/programmes/server/commands/requests/recall-sponsorship';
import { refuseSponsorship } from '$lib/domains/programmes/server/commands/requests/refuse-sponsorship';
import { requestSponsorship } from '$lib/domains/programmes/server/commands/requests/request-sponsorship';
import { saveProgramme } from '$lib/domains/programmes/server/commands/programme/save-programme';
import { signIndependence } from '$lib/domains/programmes/server/commands/programme/sign-independence';
import { acceptStaffInvitation } from '$lib/domains/programmes/server/commands/staff/accept-staff-invitation';
import { inviteStaff } from '$lib/domains/programmes/server/commands/staff/invite-staff';
import { foldFigures } from '$lib/domains/programmes/server/jobs/fold-figures';
import { lapseRequests } from '$lib/domains/programmes/server/jobs/keep-requests';
import { requestsOf } from '$lib/domains/programmes/server/queries/requests-of';
import { now } from '$lib/server/clock';
import { AppError } from '$lib/shared/app-error';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import { ORGANISATIONS } from '../organisations/all-organisations';
import { OWNERS } from '../people/demo-people';
import type { PlannedVolunteer } from '../volunteers/volunteer-acts';
import { SEED_PROGRAMMES, type SeedProgramme } from './seed-programme';

export interface ProgrammeParts {
  calendar: Calendar;
  cast: Cast;
  chance: Chance;
  volunteers: readonly PlannedVolunteer[];
  /** Keys of those who have work somewhere. */
  workers: ReadonlySet<string>;
  /** When something happens to the work of each who applies somewhere. */
  moments: ReadonlyMap<string, readonly Date[]>;
}

interface Colleague {
  key: string;
  team: string;
  /** Days ago on which she joined. */
  joined: number;
}

/** Demonstration accounts belong where their profiles say. */
const AT: Readonly<Record<string, string>> = { lawyer: 'halden-moor', designer: 'noordkade' };
/** How often staff ask and HR decides, in days. */
const ROUND = 14;
const REFUSED = 'Our hours of this quarter are promised to others. Please ask again in the next one.';
const RECALLED = 'The person has changed to a team that may not work on this subject.';

export function programmeActs(parts: ProgrammeParts): Act[] {
  const staff = castStaff(parts);
  return [
    ...SEED_PROGRAMMES.flatMap((programme) => actsOf(parts, programme, staff.get(programme.key) ?? [])),
    ...roundActs(parts, staff),
    ...timerActs(parts.calendar),
  ];
}

function castStaff({ calendar, chance, volunteers, workers }: ProgrammeParts): Map<string, Colleague[]> {
  const staff = new Map<string, Colleague[]>();
  for (const { person } of volunteers) {
    const programme = AT[person.key]
      ? SEED_PROGRAMMES.find(({ key }) => key === AT[person.key])
      : draw(chance, workers.has(person.key));
    if (!programme || person.key === 'student') continue;
    const team = chance.pick(programme.teams);
    const joined = Math.min(calendar.daysAgo(person.at) - 1, openedAgo(programme.key) - 3);
    if (joined < 2) continue;
    staff.set(programme.key, [...(staff.get(programme.key) ?? []), { key: person.key, team, joined }]);
  }
  return staff;
}

function draw(chance: Chance, works: boolean): SeedProgramme | undefined {
  let left = chance.next() * 100;
  return SEED_PROGRAMMES.find(({ share }) => {
    left -= works ? share.workers : share.others;
    return left < 0;
  });
}

function openedAgo(key: string): number {
  return (ORGANISATIONS.find((each) => each.key === key)?.joined ?? 200) - 6;
}

function actsOf({ calendar, cast }: ProgrammeParts, { key, rules }: SeedProgramme, staff: Colleague[]): Act[] {
  const owner = ownerOf(key);
  const id = () => cast.organisation(key).id;
  const opened = openedAgo(key);
  const act = (days: number, hour: number, what: string, run: Act['run']): Act => ({
    at: calendar.ago(days, hour),
    what: `${key}: ${what}`,
    run,
  });
  const manager = rules.approval === 'manager' ? staff[0] : undefined;
  const managerEmail = () => (manager ? cast.person(manager.key).email : '');
  return [
    act(opened, 9, 'sets its rules', () =>
      saveProgramme(cast.as(owner), { ...rules, domains: [`${key}.example`], version: 0, organisationId: id() }),
    ),
    act(opened, 10, 'signs its independence', () =>
      signIndependence(cast.as(owner), { organisationId: id(), name: cast.person(owner).name }),
    ),
    ...staff.map(({ key: person, team, joined }) =>
      act(joined, 11, `${person} joins`, async () => {
        const { email } = cast.person(person);
        const boss = manager && manager.key !== person ? managerEmail() : '';
        const invited = { organisationId: id(), email, team, managerEmail: boss };
        const { token } = await inviteStaff(cast.as(owner), invited);
        await acceptStaffInvitation(cast.as(person), { token });
      }),
    ),
  ];
}

/** Every fortnight all staff ask for what they have begun since, and HR decides two days later. */
function roundActs(
  { calendar, cast, chance, moments }: ProgrammeParts,
  staff: ReadonlyMap<string, Colleague[]>,
): Act[] {
  const acts: Act[] = [];
  const asked = new Set<string>();
  // Programmes do not touch each other, and go on at once: each has chances of its own.
  const chances = new Map(SEED_PROGRAMMES.map(({ key }) => [key, chance.fork(key)]));
  const together = (days: number, what: string, run: Act['run']) =>
    acts.push({ at: calendar.ago(days, 6), what, run, afterSettling: true, alone: true });
  const joined = (colleague: Colleague, days: number) => colleague.joined > days + 1;
  // Whoever has nothing new since the last round has nothing new to ask for; in the last round everybody looks once more.
  const hasNews = (colleague: Colleague, days: number) => {
    const hers = moments.get(colleague.key) ?? [];
    const isFirst = !joined(colleague, days + ROUND);
    const since = days <= ROUND + 1 || isFirst ? 0 : calendar.ago(days + ROUND, 6).getTime();
    return hers.some((at) => at.getTime() > since && at <= calendar.ago(days, 6));
  };
  const first = Math.max(...SEED_PROGRAMMES.map(({ key }) => openedAgo(key))) - 8;
  for (let days = first; days > 1; days -= ROUND) {
    together(days, 'staff ask for hours', async () => {
      await Promise.all(
        SEED_PROGRAMMES.map(({ key }) =>
          askAll(
            cast,
            chances.get(key) ?? chance,
            (staff.get(key) ?? []).filter((colleague) => joined(colleague, days) && hasNews(colleague, days)),
            asked,
          ),
        ),
      );
    });
    // Those of the last days still wait.
    if (days > 8)
      together(days - 2, 'HR decides', async () => {
        const decided = SEED_PROGRAMMES.filter(
          ({ key, rules }) => rules.approval !== 'automatic' && openedAgo(key) > days,
        );
        await Promise.all(decided.map(({ key }) => decideAll(cast, chances.get(key) ?? chance, key)));
      });
  }
  together(30, 'HR takes approvals back', async () => {
    for (const { key } of SEED_PROGRAMMES) await recallOne(cast, key);
  });
  return acts;
}

const ownerOf = (key: string) => OWNERS[key] ?? `${key}/owner`;

async function askAll(cast: Cast, chance: Chance, staff: readonly Colleague[], asked: Set<string>): Promise<void> {
  const works = await Promise.all(staff.map(({ key }) => openWorkOf(cast.as(key).actor.personId)));
  for (const [index, { key }] of staff.entries()) {
    const ctx = cast.as(key);
    for (const { id } of works[index] ?? []) {
      if (asked.has(id)) continue;
      asked.add(id);
      const order = {
        applicationId: id,
        minutes: chance.pick([10, 15, 20, 30]) * 60,
        showsMission: chance.is(0.6),
        note: '',
      };
      await unlessRefused(() => requestSponsorship(ctx, order));
    }
  }
}

async function decideAll(cast: Cast, chance: Chance, key: string): Promise<void> {
  const ctx = cast.as(ownerOf(key));
  const { requests } = await requestsOf(ctx, cast.organisation(key).slug, { view: 'waiting' });
  for (const { id: sponsorshipId } of requests) {
    const roll = chance.next();
    // One in twelve is forgotten and lapses.
    if (roll < 0.08) continue;
    await unlessRefused(() =>
      roll < 0.17
        ? refuseSponsorship(ctx, { sponsorshipId, reason: REFUSED })
        : approveSponsorship(ctx, { sponsorshipId }),
    );
  }
}

async function recallOne(cast: Cast, key: string): Promise<void> {
  const ctx = cast.as(ownerOf(key));
  const { requests } = await requestsOf(ctx, cast.organisation(key).slug, { view: 'running' });
  const unused = requests.filter(({ usedMinutes }) => usedMinutes === 0);
  const [first] = unused.length > 1 ? unused.toReversed() : [];
  if (first) await unlessRefused(() => recallSponsorship(ctx, { sponsorshipId: first.id, reason: RECALLED }));
}

/** Rules say no to some, as they do in life. */
async function unlessRefused(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}

function timerActs(calendar: Calendar): Act[] {
  const lapse = Array.from({ length: 9 }, (_, index) => ({
    at: calendar.ago(1 + index * 42, 3),
    what: 'requests lapse',
    run: () => lapseRequests(now()),
    afterSettling: true,
  }));
  const fold = {
    at: calendar.ago(1, 23),
    what: 'figures are folded',
    run: () => foldFigures(),
    afterSettling: true,
    alone: true,
  };
  return [...lapse, fold];
}
