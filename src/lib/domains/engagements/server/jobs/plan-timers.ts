/** The timer of plans: whoever sees to a step is reminded three days before it, on its day, and weekly while it is late. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY, isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { PARTIES, type EngagementState } from '../../engagement/engagement';
import { inOrder, isHandedIn, REMIND_BEFORE_DAYS, stepReminder } from '../../plan/plan';
import { writeChange } from '../change-engagement';
import { Engagements, type EngagementDocument } from '../engagement.model';

/** Paused work and disputes stop the clock. */
const WORKING: EngagementState[] = ['active', 'delivered', 'revision'];

/** @returns how many reminders it ordered: one for each side of a piece of work, whatever the number of its steps */
export async function remindOfSteps(ctx: Context = systemContext()): Promise<number> {
  // A day more than asked for: in the volunteer's zone it may be tomorrow already.
  const horizon = isoDay(new Date(ctx.now.getTime() + (REMIND_BEFORE_DAYS + 1) * DAY), 'UTC');
  const near = Engagements.find({ state: op({ $in: WORKING }), 'plan.day': op({ $lte: horizon }) });
  let ordered = 0;
  for await (const work of near.lean<EngagementDocument>().cursor()) ordered += await remindIn(ctx, work);
  return ordered;
}

async function remindIn(ctx: Context, work: EngagementDocument): Promise<number> {
  const { _id, plan = [], personId, deliverables } = work;
  if (plan.every(({ doneOn }) => doneOn !== null)) return 0;
  const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
  const due = new Map(
    inOrder(plan).flatMap((step) => {
      const kind = isHandedIn(step, deliverables) ? null : stepReminder(step, today);
      return kind === null ? [] : [[step.id, { id: step.id, owner: step.owner, kind }] as const];
    }),
  );
  if (due.size === 0) return 0;
  const events = PARTIES.flatMap((owner) => {
    const steps = [...due.values()].filter((each) => each.owner === owner).map(({ id, kind }) => ({ id, kind }));
    return steps.length === 0 ? [] : [emit('plan.due', { engagementId: _id, owner, steps })];
  });
  const next = plan.map((step) => {
    const kind = due.get(step.id)?.kind;
    return kind ? { ...step, reminded: [...(step.reminded ?? []), kind] } : step;
  });
  // Somebody who changes the plan at this moment wins; the next round looks again.
  return (await writeChange(ctx, work, { set: { plan: next }, events })) ? events.length : 0;
}

export function registerPlanTimers(): void {
  registerJob({ name: 'engagements.remind-steps', everyMs: 1_800_000, run: async () => void (await remindOfSteps()) });
}
