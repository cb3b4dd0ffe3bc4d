/** Limits on what one address or account may try, kept in memory per process; checked before any costly work. */
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '$lib/shared/app-error';

/** Name, tries and the window in seconds of every limit. */
const LIMITS = {
  signInByAddress: { points: 30, duration: 600 },
  signInByAccount: { points: 10, duration: 600 },
  signUpByAddress: { points: 10, duration: 3600 },
  mailByAccount: { points: 5, duration: 3600 },
  mailByAddress: { points: 20, duration: 3600 },
  passwordByAccount: { points: 10, duration: 3600 },
  applyByAccount: { points: 30, duration: 86_400 },
  inviteByOrganisation: { points: 60, duration: 86_400 },
  messageByAccount: { points: 120, duration: 3600 },
  uploadByAccount: { points: 60, duration: 3600 },
  reportByAccount: { points: 20, duration: 86_400 },
  // The check of a confidential mission: nobody goes through them all.
  revealByAccount: { points: 20, duration: 86_400 },
  // Answers by the link in a mail, without an account.
  answerByAddress: { points: 60, duration: 3600 },
  searchByAddress: { points: 300, duration: 60 },
} as const;

export type LimitName = keyof typeof LIMITS;

const limiters = new Map<LimitName, RateLimiterMemory>();

function limiter(name: LimitName): RateLimiterMemory {
  const known = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, ...LIMITS[name] });
  limiters.set(name, known);
  return known;
}

/** @throws AppError limited, with the seconds to wait as `seconds` */
export async function takeFromLimit(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(key.toLowerCase());
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    const waitMs = (refusal as { msBeforeNext?: number }).msBeforeNext ?? 60_000;
    throw new AppError('limited', 'error_too_many_tries', { params: { seconds: Math.ceil(waitMs / 1000) } });
  }
}

/** A success gives the tries back, so that the owner is never locked out by her own good sign-ins. */
export async function resetLimit(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(key.toLowerCase());
}

/** Undoes `tries` that turned out to be good: many people behind one address are no attack while they come in. */
export async function giveBack(name: LimitName, key: string, tries = 1): Promise<void> {
  await limiter(name).reward(key.toLowerCase(), tries);
}

/** For tests: forgets every try. */
export function forgetLimits(): void {
  limiters.clear();
}
