/** Either side proposes a change of the signed charter: work goes on under the old version until both have signed the new. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { sameTerms } from '../../../charter/charter';
import { whyNotPromise } from '../../../charter/charter-change';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { nextVersion } from '../../charter/next-version';
import { charterSponsorOf } from '../../sponsoring/sponsor-port';
import type { ChangeCharter } from './change-charter';

/**
 * The same proposal sent twice is one.
 * @returns whether a change waits for signatures now: false where the terms are those in force
 * @throws AppError conflict when the charter changed meanwhile or another change waits, refused for what was delivered
 */
export async function proposeCharterChange(
  ctx: Context,
  input: ChangeCharter & { reason: string },
): Promise<{ waits: boolean }> {
  if (!ctx.system) requireConfirmed(ctx);
  let waits = true;
  await changeEngagement(ctx, input.engagementId, 'either', async (engagement, party) => {
    refuse(whyNotStep(engagement.state, 'propose_change'));
    const { charter, charterChange: waiting, deliverables } = engagement;
    if (charter.version !== input.version) throw new AppError('conflict', 'charter_refusal_changed');
    const terms = { ...input.terms, sponsor: await charterSponsorOf(engagement._id) };
    if (waiting?.by === party && sameTerms(waiting.charter.terms, terms)) return null;
    if (waiting) throw new AppError('conflict', 'charter_refusal_waiting');
    waits = !sameTerms(charter.terms, terms);
    if (!waits) return null;
    refuse(whyNotPromise(terms, deliverables), 'deliverables');
    const next = await nextVersion(ctx, engagement, terms);
    return {
      set: { charterChange: { charter: next, by: party, reason: input.reason } },
      entries: [{ what: 'change_proposed', note: input.reason }],
      events: [emit('charter.change_proposed', { engagementId: engagement._id, by: party })],
    };
  });
  return { waits };
}
