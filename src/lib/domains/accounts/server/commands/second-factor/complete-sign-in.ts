/** The second half of a sign-in: a code of the authenticator app, or one of the recovery codes. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { resetLimit, takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { findLink, openLinkFilter, type FoundLink } from '../../links/person-links';
import { People } from '../../person.model';
import { recoveryHash } from '../../second-factor/recovery-codes';
import { matchingStep } from '../../second-factor/totp';
import { startSession, type OpenedSession, type Visit } from '../../sessions/start-session';

export interface CompleteSignIn {
  challenge: string | undefined;
  code: string;
}

/** @throws AppError unauthenticated when the password was too long ago, limited, or refused at the field `code` */
export async function completeSignIn(
  ctx: Context,
  input: CompleteSignIn,
  visit: Visit,
): Promise<{ personId: string; session: OpenedSession }> {
  const found = input.challenge ? await findLink('challenge', input.challenge, ctx.now) : null;
  if (found?.state !== 'open') throw new AppError('unauthenticated', 'account_error_challenge_over');
  const personId = found.person._id;
  // Guessing needs the password first; ten tries an hour leave a guesser one chance in 30,000.
  await takeFromLimit('passwordByAccount', `code:${personId}`);
  if (!((await useCode(ctx, found, input.code)) || (await useRecoveryCode(ctx, found, input.code)))) {
    throw new AppError('refused', 'account_error_code', { field: 'code' });
  }
  await resetLimit('passwordByAccount', `code:${personId}`);
  return { personId, session: await startSession(ctx, personId, visit) };
}

async function useCode(ctx: Context, found: FoundLink, code: string): Promise<boolean> {
  const factor = found.person.secondFactor;
  const step = factor?.enabledAt ? matchingStep(factor.key, code, ctx.now, factor.lastStep) : null;
  if (step === null) return false;
  const used = await People.updateOne(
    { ...openLinkFilter(found, ctx.now), 'secondFactor.lastStep': op({ $lt: step }) },
    { $set: { 'links.$.usedAt': ctx.now, 'secondFactor.lastStep': step } },
  );
  return used.matchedCount > 0;
}

async function useRecoveryCode(ctx: Context, found: FoundLink, code: string): Promise<boolean> {
  const hash = recoveryHash(code);
  if (!found.person.secondFactor?.recoveryHashes.includes(hash)) return false;
  const used = await People.updateOne(
    { ...openLinkFilter(found, ctx.now), 'secondFactor.recoveryHashes': hash },
    { $pull: { links: { hash: found.link.hash }, 'secondFactor.recoveryHashes': hash } },
  );
  return used.matchedCount > 0;
}
