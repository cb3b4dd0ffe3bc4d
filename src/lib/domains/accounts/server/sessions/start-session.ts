/** Opens a session with a new token: at every sign-in, by whatever way, and after a new password. */
import type { Context } from '$lib/server/context';
import { SESSION_IDLE_MS } from '../../account';
import { hashToken, newToken } from '../links/secret-token';
import { People, type PersonDocument } from '../person.model';
import { Sessions } from '../session.model';
import { deviceOf } from './device-words';
import { newDevice } from './known-device';

/** What the browser brought along. */
export interface Visit {
  userAgent: string | null;
  deviceToken: string | undefined;
  /** The session it had before, which ends. */
  previousToken: string | undefined;
}

/** What the browser must be given; nobody else ever sees it. */
export interface OpenedSession {
  token: string;
  deviceToken: string;
}

export async function startSession(ctx: Context, personId: string, visit: Visit): Promise<OpenedSession> {
  const person = await People.findOne({ _id: personId, state: 'active' }).select('+secret').lean<PersonDocument>();
  if (!person) throw new Error(`no session for ${personId}: no such person`);
  const token = newToken();
  await Sessions.create({
    tokenHash: hashToken(token),
    personId,
    device: deviceOf(visit.userAgent),
    createdAt: ctx.now,
    lastUsedAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + SESSION_IDLE_MS),
  });
  if (visit.previousToken) await Sessions.deleteOne({ tokenHash: hashToken(visit.previousToken) });
  return { token, deviceToken: newDevice(person.secret) };
}
