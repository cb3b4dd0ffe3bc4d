/** An editor of the NGO, never the volunteer herself, confirms hours: one entry or many at once. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { mayDecide } from '../../../hours/hours';
import { changeEngagement, refuse } from '../../change-engagement';

/** Entries that are verified already stay so. @throws AppError refused when one of them was rejected */
export async function verifyHours(
  ctx: Context,
  input: { engagementId: string; entryIds: readonly string[] },
): Promise<{ verified: number }> {
  const wanted = new Set(input.entryIds);
  let verified = 0;
  await changeEngagement(ctx, input.engagementId, 'ngo', ({ _id, hours }) => {
    const chosen = hours.filter(({ id }) => wanted.has(id));
    if (chosen.length < wanted.size) throw new AppError('conflict', 'hours_refusal_gone');
    refuse(chosen.some(({ state }) => state === 'rejected') ? 'hours_refusal_decided' : null);
    const open = new Set(chosen.filter(({ state }) => mayDecide(state)));
    verified = open.size;
    if (verified === 0) return null;
    const decided = { state: 'verified' as const, decidedBy: ctx.actor?.personId ?? null, decidedAt: ctx.now };
    return {
      set: { hours: hours.map((entry) => (open.has(entry) ? { ...entry, ...decided } : entry)) },
      entries: [{ what: 'hours_verified', note: String(minutesOf([...open])) }],
      events: [emit('hours.verified', { engagementId: _id })],
    };
  });
  return { verified };
}

const minutesOf = (entries: readonly { minutes: number }[]) => entries.reduce((sum, { minutes }) => sum + minutes, 0);
