/** The one write by which an application goes a step: it names the state it expects and carries its event and entry. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import {
  isNameWithheld,
  isOpen,
  STEPS,
  whyNotStep,
  type Application,
  type ApplicationStep,
} from '../../application/application';
import { Applications, type ApplicationDocument } from '../application.model';

export interface Move {
  step: ApplicationStep;
  /** The timeline's word. */
  what: string;
  events: StoredEvent[];
  set?: Partial<Application>;
  /** Whether this is how the NGO answers: the first time counts for its responsiveness. */
  isReply?: boolean;
}

/** Steps of the NGO towards her: a possible conflict is decided on before. */
const FORWARD: ReadonlySet<ApplicationStep> = new Set(['review', 'shortlist', 'offer']);

/**
 * @param seen the application as it was read when the rules were asked
 * @throws AppError refused when the step cannot begin from its state, conflict when somebody was faster
 */
export async function moveApplication(ctx: Context, seen: ApplicationDocument, move: Move): Promise<void> {
  const refusal = whyNotStep(seen.state, move.step);
  if (refusal) throw new AppError('refused', refusal);
  if (isNameWithheld(seen) && FORWARD.has(move.step))
    throw new AppError('refused', 'application_refusal_conflict_open');
  if (!(await tryMove(ctx, seen, move))) throw new AppError('conflict', 'error_conflict');
}

/** Whether the write met the application in the state it was seen in. */
export async function tryMove(ctx: Context, seen: ApplicationDocument, move: Move): Promise<boolean> {
  const { to } = STEPS[move.step];
  const answers = move.isReply === true && seen.firstReplyAt === null;
  const events = [...move.events, ...(answers ? [emit('application.answered', { applicationId: seen._id })] : [])];
  const written = await Applications.updateOne(
    { _id: seen._id, state: seen.state },
    {
      $set: {
        dueAt: null,
        reminded: [],
        ...(answers ? { firstReplyAt: ctx.now } : {}),
        ...(isOpen(to) ? {} : { endedAt: ctx.now }),
        ...move.set,
        state: to,
      },
      ...(isOpen(to) ? {} : { $unset: { openKey: 1 } }),
      $push: { outbox: { $each: events }, timeline: entry(ctx, move.what) },
    },
  );
  return written.matchedCount > 0;
}
