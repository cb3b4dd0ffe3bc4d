/** The engagement behind a supervisor's link: whoever holds it is the supervisor, with or without an account. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { hashToken } from '$lib/domains/accounts/server/links/secret-token';
import { isLinkOver, type Supervision } from '../../team/supervision';
import { Engagements, type EngagementDocument } from '../engagement.model';

export interface Supervised {
  engagement: EngagementDocument;
  supervision: Supervision;
}

/** Null for a link that never was, was replaced or has run out. */
export async function findSupervised(ctx: Pick<Context, 'now'>, token: string): Promise<Supervised | null> {
  if (!/^[\w-]{20,40}$/.test(token)) return null;
  const engagement = await Engagements.findOne({
    'supervision.tokenHash': hashToken(token),
  }).lean<EngagementDocument>();
  const supervision = engagement?.supervision;
  if (!engagement || !supervision || isLinkOver(supervision, ctx.now)) return null;
  return { engagement, supervision };
}

/** @throws AppError not_found */
export async function requireSupervised(ctx: Pick<Context, 'now'>, token: string): Promise<Supervised> {
  const found = await findSupervised(ctx, token);
  if (!found) throw new AppError('not_found', 'supervision_refusal_over');
  return found;
}

/** Asked again before each write: a link that was replaced meanwhile signs nothing. */
export function requireSameLink(engagement: EngagementDocument, token: string): Supervision {
  const { supervision } = engagement;
  if (!supervision || supervision.tokenHash !== hashToken(token))
    throw new AppError('not_found', 'supervision_refusal_over');
  return supervision;
}
