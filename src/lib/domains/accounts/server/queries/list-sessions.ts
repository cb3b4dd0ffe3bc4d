/** Where a person is signed in. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { Sessions, type SessionDocument } from '../session.model';

export interface SessionCard {
  id: string;
  browser: string | null;
  system: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  current: boolean;
}

/** Last used first. */
export async function listSessions(ctx: Context): Promise<SessionCard[]> {
  const { personId, sessionId } = requireActor(ctx);
  const sessions = await Sessions.find({ personId, expiresAt: op({ $gt: ctx.now }) })
    .sort({ lastUsedAt: -1 })
    .limit(50)
    .lean<SessionDocument[]>();
  return sessions.map((session) => ({
    id: session._id,
    browser: session.device.browser,
    system: session.device.system,
    createdAt: session.createdAt,
    lastUsedAt: session.lastUsedAt,
    current: session._id === sessionId,
  }));
}
