/** Either side lets the work rest for a while, with a reason and, where it is known, until when. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isoDay } from '$lib/shared/dates';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';

/** `until` is a calendar day; both are reminded when it has come. */
export async function pauseEngagement(
  ctx: Context,
  input: { engagementId: string; reason: string; until?: string | null },
): Promise<void> {
  const { engagementId, reason, until = null } = input;
  await changeEngagement(ctx, engagementId, 'either', async ({ state, personId }, by) => {
    refuse(whyNotStep(state, 'pause'));
    const today = isoDay(ctx.now, (await personContact(personId))?.timeZone);
    refuse(until !== null && until <= today ? 'pause_refusal_past' : null, 'until');
    return {
      set: { state: 'paused', pause: { by, reason, until, at: ctx.now, reminded: false } },
      entries: [{ what: 'paused', note: reason }],
      events: [emit('engagement.paused', { engagementId, by })],
    };
  });
}
