/** Links by which one side of a deal answers a question of aftercare without signing in: for that, and nothing else. */
import { publicOrigin } from '$lib/server/env';
import { seal, unseal } from '$lib/server/secrets/seal';
import { DAY } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import { ID_PATTERN } from '$lib/shared/ids';

const PURPOSE = 'exchange.aftercare';
/** Until long after the next question. */
const GOOD_DAYS = 300;

export interface AnswerLink {
  dealId: string;
  registrationId: string;
}

/** In the language of the reader; only ever written into her mail. */
export function answerUrl(slug: string, { dealId, registrationId }: AnswerLink, at: Date): string {
  const until = Math.floor(at.getTime() / DAY) + GOOD_DAYS;
  const token = seal(`${dealId}.${registrationId}.${until}`, PURPOSE);
  return publicOrigin() + href(`/exchange/${slug}/answer/${token}`);
}

/** Null for what we never wrote, and for what has run out. */
export function readAnswerLink(token: string, at: Date): AnswerLink | null {
  if (token.length > 400) return null;
  const [dealId = '', registrationId = '', until = ''] = unseal(token, PURPOSE)?.split('.') ?? [];
  if (!ID_PATTERN.test(dealId) || !ID_PATTERN.test(registrationId)) return null;
  return Math.floor(at.getTime() / DAY) <= Number(until) ? { dealId, registrationId } : null;
}
