/** Floors with timed rounds for tests: organisations that offer and ask, a plan, and what is stored of it. */
import type { RegistrationContent } from '../../../../src/lib/domains/exchange/registration/registration-input';
import { askForRun } from '../../../../src/lib/domains/exchange/server/commands/schedule/ask-for-run';
import { setRounds } from '../../../../src/lib/domains/exchange/server/commands/schedule/set-rounds';
import { runPlans } from '../../../../src/lib/domains/exchange/server/plans/run-plans';
import {
  Schedules,
  type Plan,
  type ScheduleDocument,
} from '../../../../src/lib/domains/exchange/server/plans/schedule.model';
import {
  aDelegate,
  anItem,
  createEdition,
  createRegistration,
  type CreatedEdition,
  type CreatedRegistration,
} from '../../../support/factories/exchange';

type Delegate = RegistrationContent['delegates'][number];

export interface FloorOptions {
  /** For each organisation, what is special about its delegate. */
  delegates?: Partial<Delegate>[];
  /** More delegates, by the number of the organisation. */
  more?: Record<number, Delegate[]>;
  rounds?: number;
}

/** Everybody offers hands and asks for hands: every pair fits, and all with all is possible. */
export async function aFloor(
  organisations: number,
  { delegates = [], more = {}, rounds = 4 }: FloorOptions = {},
): Promise<{ edition: CreatedEdition; registrations: CreatedRegistration[] }> {
  const edition = await createEdition({ mode: 'rounds' });
  await setRounds(await edition.byOrganiser(), edition.slug, {
    rounds,
    minutes: 10,
    pause: 5,
    tables: 50,
    firstAt: '17:00',
  });
  const registrations: CreatedRegistration[] = [];
  for (let at = 0; at < organisations; at++)
    registrations.push(
      await createRegistration(edition, {
        items: [anItem(), anItem({ side: 'request', title: `Hands for our garden ${at}` })],
        delegates: [aDelegate(delegates[at]), ...(more[at] ?? [])],
      }),
    );
  return { edition, registrations };
}

export async function readSchedule(edition: CreatedEdition): Promise<ScheduleDocument> {
  const found = await Schedules.findById(edition.id).lean<ScheduleDocument>();
  if (!found) throw new Error('no schedule');
  return found;
}

export async function planFor(edition: CreatedEdition): Promise<Plan> {
  await askForRun(await edition.byOrganiser(), edition.slug, 'plan');
  await runPlans();
  const { plan } = await readSchedule(edition);
  if (!plan) throw new Error('no plan');
  return plan;
}
