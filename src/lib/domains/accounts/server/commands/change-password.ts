/** Changes the password; every session ends, and this browser gets a new one. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { hashPassword } from '../passwords/hash-password';
import { requirePassword } from '../passwords/require-password';
import { whyNotPassword } from '../passwords/why-not-password';
import { People } from '../person.model';
import { Sessions } from '../session.model';
import { startSession, type OpenedSession, type Visit } from '../sessions/start-session';

export async function changePassword(
  ctx: Context,
  input: { current_password: string; password: string },
  visit: Visit,
): Promise<OpenedSession> {
  const { personId } = requireActor(ctx);
  const person = await requirePassword(personId, input.current_password);
  const reason = whyNotPassword(input.password, person);
  if (reason) throw new AppError('refused', reason, { field: 'password' });
  const passwordHash = await hashPassword(input.password);
  const won = await People.updateOne(
    { _id: personId, state: 'active', passwordHash: person.passwordHash },
    {
      $set: { passwordHash, passwordChangedAt: ctx.now, links: [] },
      $push: { outbox: emit('account.password_changed', { personId }) },
    },
  );
  if (won.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
  await Sessions.deleteMany({ personId });
  return startSession(ctx, personId, visit);
}
