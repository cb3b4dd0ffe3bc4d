/** The NGO names who leads a mission's team, or takes it back: she is shown to the others and gets copies of their mails. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { whyNotLead } from '../../../team/team';
import { findEngagement, requireParty } from '../../access';
import { refuse } from '../../change-engagement';
import { leadOf, Teams } from '../../team/team.model';

/**
 * Asked through an engagement of the same mission. Naming the same person twice changes nothing.
 * @throws AppError conflict when somebody else named another at the same moment
 */
export async function nameLead(ctx: Context, input: { engagementId: string; leadId: string | null }): Promise<void> {
  const { missionId, organisationId, ...here } = await findEngagement(input.engagementId);
  await requireParty(ctx, { organisationId, personId: here.personId }, 'ngo');
  const before = await leadOf(missionId);
  if (before === input.leadId) return;
  if (input.leadId !== null) {
    const lead = await findEngagement(input.leadId);
    if (lead.missionId !== missionId) throw new AppError('not_found', 'error_not_found');
    refuse(whyNotLead(lead), 'lead');
  }
  const outbox = emit('team.lead_named', { missionId, engagementId: input.leadId });
  const change = { organisationId, leadId: input.leadId, namedBy: ctx.actor?.personId ?? null, namedAt: ctx.now };
  try {
    const written = await Teams.updateOne(
      { _id: missionId, leadId: before },
      { $set: change, $push: { outbox } },
      { upsert: before === null },
    );
    if (written.matchedCount === 0 && written.upsertedCount === 0) throw new AppError('conflict', 'error_conflict');
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', 'error_conflict');
    throw error;
  }
}
