/** Brings the sponsor's independence into the charter: a new text before both have signed, a proposed change afterwards. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { sameSponsor, type CharterSponsor } from '../../charter/charter';
import { mayStep } from '../../engagement/engagement';
import { changeEngagement, type Change } from '../change-engagement';
import { nextVersion } from '../charter/next-version';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { charterSponsorOf } from './sponsor-port';

/**
 * Safe to repeat. A sponsorship that ended leaves an unsigned charter, and stays in a signed one, where it says that it may
 * end. While another change waits for signatures nothing is proposed: whatever ends that change calls this again.
 */
export async function bringSponsorIntoCharter(workId: string): Promise<void> {
  if (!(await Engagements.exists({ _id: workId }))) return;
  const ctx = systemContext();
  await changeEngagement(ctx, workId, 'ngo', async (engagement) => {
    const sponsor = await charterSponsorOf(workId);
    if (sameSponsor(engagement.charter.terms.sponsor, sponsor)) return null;
    if (engagement.state === 'proposed') return rewritten(ctx, engagement, sponsor);
    return sponsor ? proposed(ctx, engagement, sponsor) : null;
  });
}

async function rewritten(
  ctx: Context,
  engagement: EngagementDocument,
  sponsor: CharterSponsor | null,
): Promise<Change> {
  const { _id: engagementId, charter, earlierCharters } = engagement;
  const next = await nextVersion(ctx, engagement, { ...charter.terms, sponsor });
  return {
    set: { charter: next, earlierCharters: [...earlierCharters, charter] },
    entries: [{ what: 'charter_sponsored', note: String(next.version) }],
    events: [emit('charter.sponsored', { engagementId })],
  };
}

async function proposed(ctx: Context, engagement: EngagementDocument, sponsor: CharterSponsor): Promise<Change | null> {
  const { _id: engagementId, state, charter, charterChange } = engagement;
  if (charterChange || !mayStep(state, 'propose_change')) return null;
  const next = await nextVersion(ctx, engagement, { ...charter.terms, sponsor });
  return {
    set: { charterChange: { charter: next, by: null, reason: '' } },
    entries: [{ what: 'change_sponsor' }],
    events: [emit('charter.change_proposed', { engagementId, by: null })],
  };
}
