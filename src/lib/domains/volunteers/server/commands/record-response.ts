/** Counts one question put to a volunteer (an invitation, an offer) and how she answered. For higher domains. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { Volunteers } from '../volunteer.model';
import '../volunteers-events';

const KEPT = 50;

export interface RecordResponse {
  personId: string;
  answered: boolean;
  replyHours: number | null;
  /** Names the cause, so that a repeated event counts once among the last fifty. */
  key: string;
}

export async function recordResponse(ctx: Context, input: RecordResponse): Promise<void> {
  if (!ctx.system && !ctx.actor) throw new AppError('unauthenticated', 'error_sign_in_first');
  const hours = input.answered && input.replyHours !== null ? [input.replyHours] : [];
  await Volunteers.updateOne(
    { _id: input.personId, 'responsiveness.counted': op({ $ne: input.key }) },
    {
      $set: { updatedAt: ctx.now },
      $inc: { 'responsiveness.asked': 1, 'responsiveness.answered': input.answered ? 1 : 0 },
      $push: {
        'responsiveness.replyHours': { $each: hours, $slice: -KEPT },
        'responsiveness.counted': { $each: [input.key], $slice: -KEPT },
        outbox: emit('volunteer.changed', { personId: input.personId }),
      },
    },
  );
}
