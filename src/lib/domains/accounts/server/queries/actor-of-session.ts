/** Who is behind a session token, asked at every request: what an administrator takes away is gone at the next one. */
import { now } from '$lib/server/clock';
import type { Actor } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { Locale } from '$lib/shared/locale';
import { SESSION_IDLE_MS, SESSION_LIFE_MS } from '../../account';
import { firstHat } from '../../hat';
import { hashToken } from '../links/secret-token';
import { People, type PersonDocument } from '../person.model';
import { Sessions, type SessionDocument } from '../session.model';

export interface SessionActor {
  actor: Actor;
  locale: Locale;
  timeZone: string;
  hat: string | null;
}

/** Written at most this often, so that reading pages does not mean writing to the database. */
const TOUCH_MS = 5 * 60_000;
const TOKEN = /^[\w-]{20,60}$/;

export async function actorOfSession(token: string | undefined): Promise<SessionActor | null> {
  if (!token || !TOKEN.test(token)) return null;
  const at = now();
  const session = await Sessions.findOne({
    tokenHash: hashToken(token),
    expiresAt: op({ $gt: at }),
  }).lean<SessionDocument>();
  if (!session) return null;
  const person = await People.findOne({ _id: session.personId, state: 'active' }).lean<PersonDocument>();
  // A new password ends older sessions by itself, also where the process died before it could delete them.
  if (!person || (person.passwordChangedAt && session.createdAt < person.passwordChangedAt)) return null;
  if (at.getTime() - session.lastUsedAt.getTime() > TOUCH_MS) await touch(session, at);
  return {
    actor: {
      personId: person._id,
      name: person.name,
      platformRoles: person.platformRoles,
      confirmed: person.confirmedAt !== null,
      sessionId: session._id,
      hat: session.hat ?? firstHat(person),
    },
    locale: person.locale,
    timeZone: person.timeZone,
    hat: session.hat,
  };
}

async function touch(session: SessionDocument, at: Date): Promise<void> {
  const idle = at.getTime() + SESSION_IDLE_MS;
  const life = session.createdAt.getTime() + SESSION_LIFE_MS;
  await Sessions.updateOne(
    { _id: session._id },
    { $set: { lastUsedAt: at, expiresAt: new Date(Math.min(idle, life)) } },
  );
}
