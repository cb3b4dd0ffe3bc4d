/** The NGO adjusts the terms before both have signed: a new version, which voids the signatures of the old one. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { sameTerms, type CharterTerms } from '../../../charter/charter';
import { whyNotStep } from '../../../engagement/engagement';
import { factsFor } from '../../applications/open-engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { writeCharter } from '../../charter/write-charter';

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
    if (sameTerms(charter.terms, input.terms)) return null;
    const mission = await missionForWork(engagement.missionId);
    if (!mission) throw new AppError('not_found', 'error_not_found');
    const facts = await factsFor(mission, engagement.roleId, engagement.personId);
    const next = writeCharter(input.terms, facts, {
      version: charter.version + 1,
      by: ctx.actor?.personId ?? null,
      at: ctx.now,
    });
    return {
      set: { charter: next, earlierCharters: [...earlierCharters, charter] },
      entries: [{ what: 'charter_changed', note: String(next.version) }],
      events: [emit('engagement.charter_changed', { engagementId: engagement._id })],
    };
  });
}
