/** Signs out everywhere but here. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Sessions } from '../session.model';

/** @returns how many ended */
export async function endOtherSessions(ctx: Context): Promise<number> {
  const { personId, sessionId } = requireActor(ctx);
  const ended = await Sessions.deleteMany({ personId, _id: op({ $ne: sessionId ?? '' }) });
  return ended.deletedCount;
}
