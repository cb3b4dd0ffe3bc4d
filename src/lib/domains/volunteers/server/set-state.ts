/** Pausing, resuming and removing are one write each, from a named state. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { EMPTY_PROFILE } from '../volunteer';
import { Volunteers, type VolunteerDocument } from './volunteer.model';
import './volunteers-events';

export async function moveVolunteer(ctx: Context, from: 'active' | 'paused', to: 'active' | 'paused'): Promise<void> {
  const { personId } = requireActor(ctx);
  const written = await Volunteers.updateOne(
    { _id: personId, state: from },
    {
      $set: { state: to, updatedAt: ctx.now },
      $inc: { version: 1 },
      $push: { outbox: emit('volunteer.changed', { personId }) },
    },
  );
  if (written.matchedCount > 0) return;
  const known = await Volunteers.exists({ _id: personId, state: to });
  // Pressed twice: it is as she wants it already.
  if (!known) throw new AppError('not_found', 'profile_refusal_none');
}

/** Leaves an empty shell for as long as its last event is on its way; nothing personal stays in it. */
export async function emptyVolunteer(personId: string, at: Date): Promise<boolean> {
  const emptied: Partial<VolunteerDocument> = {
    ...EMPTY_PROFILE,
    visibility: 'applied',
    state: 'removed',
    showCauses: false,
    consents: [],
    blockedNgos: [],
    lat: null,
    lng: null,
    responsiveness: { asked: 0, answered: 0, replyHours: [], counted: [] },
    updatedAt: at,
  };
  const written = await Volunteers.updateOne(
    { _id: personId, state: op({ $in: ['active', 'paused'] as ('active' | 'paused')[] }) },
    { $set: emptied, $inc: { version: 1 }, $push: { outbox: emit('volunteer.removed', { personId }) } },
  );
  return written.matchedCount > 0;
}
