/** Ends the session of this browser. */
import type { Context } from '$lib/server/context';
import { Sessions } from '../session.model';

/** Signing out when signed out already is fine. */
export async function signOut(ctx: Context): Promise<void> {
  if (ctx.actor?.sessionId) await Sessions.deleteOne({ _id: ctx.actor.sessionId });
}
