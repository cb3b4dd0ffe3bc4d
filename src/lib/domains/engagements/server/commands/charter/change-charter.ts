/** The NGO adjusts the terms before both have signed: a new version, which voids the signatures of the old one. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { sameTerms, type CharterTerms } from '../../../charter/charter';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { nextVersion } from '../../charter/next-version';

export interface ChangeCharter {
  engagementId: string;
  /** The version the writer started from. */
  version: number;
  terms: CharterTerms;
}

/** @throws AppError conflict when the charter changed meanwhile, refused once both have signed */
export async function changeCharter(ctx: Context, input: ChangeCharter): Promise<void> {
  await changeEngagement(ctx, input.engagementId, 'ngo', async (engagement) => {
    refuse(whyNotStep(engagement.state, 'change_charter'));
    const { charter, earlierCharters } = engagement;
    if (charter.version !== input.version) throw new AppError('conflict', 'charter_refusal_changed');
    const terms = { ...input.terms, sponsor: charter.terms.sponsor ?? null };
    if (sameTerms(charter.terms, terms)) return null;
    const next = await nextVersion(ctx, engagement, terms);
    return {
      set: { charter: next, earlierCharters: [...earlierCharters, charter] },
      entries: [{ what: 'charter_changed', note: String(next.version) }],
      events: [emit('engagement.charter_changed', { engagementId: engagement._id })],
    };
  });
}
