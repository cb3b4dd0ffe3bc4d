/** A volunteer takes a break: she is in no list and gets no invitation until she resumes. */
import type { Context } from '$lib/server/context';
import { moveVolunteer } from '../set-state';

export async function pauseVolunteer(ctx: Context): Promise<void> {
  await moveVolunteer(ctx, 'active', 'paused');
}
