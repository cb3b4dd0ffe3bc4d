/** A volunteer is back. */
import type { Context } from '$lib/server/context';
import { moveVolunteer } from '../set-state';

export async function resumeVolunteer(ctx: Context): Promise<void> {
  await moveVolunteer(ctx, 'paused', 'active');
}
