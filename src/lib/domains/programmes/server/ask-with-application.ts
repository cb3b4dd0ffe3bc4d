/** Asks for sponsored hours right after an application was sent: the application stands, whatever the employer's rules say. */
import { m } from '$lib/paraglide/messages.js';
import type { Context } from '$lib/server/context';
import { translate } from '$lib/server/translate';
import { AppError } from '$lib/shared/app-error';
import type { ApplyWithSponsor } from '../programme-input';
import { requestSponsorship } from './commands/requests/request-sponsorship';

/** @returns a sentence that says why the hours could not be asked for; null when they were, or when nobody wanted to */
export async function askWithApplication(
  ctx: Context,
  applicationId: string,
  input: Pick<ApplyWithSponsor, 'sponsored' | 'sponsoredHours' | 'showMission'>,
): Promise<string | null> {
  if (!input.sponsored) return null;
  const order = { applicationId, minutes: input.sponsoredHours * 60, showsMission: input.showMission, note: '' };
  try {
    await requestSponsorship(ctx, order);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return m.ask_sent_not_asked({ reason: translate(error.reason, ctx.locale, error.params) });
  }
}
