/** Confirms an address by the link that was sent to it. Pressed twice, it says so kindly. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { firstStep } from '../../account';
import { findLink, openLinkFilter, type FoundLink } from '../links/person-links';
import { People } from '../person.model';
import { knownDevice } from '../sessions/known-device';
import { startSession, type OpenedSession, type Visit } from '../sessions/start-session';

export interface Confirmed {
  personId: string;
  already: boolean;
  /** Where to go on: what she came for, which names its language, or the first step of her kind, which does not. */
  next: { path: string; localised: boolean };
  /** Only in the browser that signed up: a link that somebody else opens opens no account. */
  session: OpenedSession | null;
}

/** @throws AppError refused for a link that is unknown, or expired before the address was confirmed */
export async function confirmEmail(ctx: Context, input: { token: string }, visit: Visit): Promise<Confirmed> {
  const found = await findLink('confirm', input.token, ctx.now);
  if (!found) throw new AppError('refused', 'account_error_link_unknown');
  if (found.person.confirmedAt) return { ...answer(found), already: true, session: null };
  if (found.state !== 'open') throw new AppError('refused', 'account_error_link_expired');
  const personId = found.person._id;
  const won = await People.updateOne(
    { ...openLinkFilter(found, ctx.now), confirmedAt: null },
    {
      $set: { 'links.$.usedAt': ctx.now, confirmedAt: ctx.now },
      $push: { outbox: emit('account.confirmed', { personId }) },
    },
  );
  if (won.matchedCount === 0) return { ...answer(found), already: true, session: null };
  const sameBrowser = knownDevice(found.person.secret, visit.deviceToken) !== null;
  const mayEnter = sameBrowser && !ctx.actor && !found.person.secondFactor?.enabledAt;
  const session = mayEnter ? await startSession(ctx, personId, visit) : null;
  return { ...answer(found), already: false, session };
}

function answer({ person }: FoundLink): Pick<Confirmed, 'personId' | 'next'> {
  const next = person.arrivalPath
    ? { path: person.arrivalPath, localised: true }
    : { path: firstStep(person.intent), localised: false };
  return { personId: person._id, next };
}
