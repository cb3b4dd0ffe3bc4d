/** Somebody asks her employer to sponsor an application or a piece of work of hers. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { dueFrom, type SponsorshipState } from '../../../sponsorship';
import { approveWhereAutomatic } from '../../approve';
import { requireSponsorable } from '../../sponsorable';
import '../../programme-events';
import { Sponsorships, type SponsorshipDocument } from '../../sponsorship.model';

export interface RequestSponsorship {
  applicationId: string;
  minutes: number;
  showsMission: boolean;
  note: string;
}

/** @throws AppError not_found for work of others, refused with what stands in the way */
export async function requestSponsorship(
  ctx: Context,
  input: RequestSponsorship,
): Promise<{ sponsorshipId: string; state: SponsorshipState }> {
  const actor = requireConfirmed(ctx);
  const facts = await requireSponsorable(ctx, input.applicationId, input.minutes);
  const document = {
    _id: input.applicationId,
    organisationId: facts.organisationId,
    personId: actor.personId,
    personName: actor.name,
    team: facts.team,
    managerEmail: facts.managerEmail,
    missionId: facts.missionId,
    roleTitle: facts.roleTitle,
    causes: facts.causes,
    skills: facts.skills,
    showsMission: input.showsMission,
    state: 'requested' as const,
    minutes: input.minutes,
    usedMinutes: 0,
    year: null,
    note: input.note,
    reason: '',
    requestedAt: ctx.now,
    dueAt: dueFrom(ctx.now),
    decidedBy: null,
    decidedByName: '',
    decidedAt: null,
    workEndedAt: null,
    endedAt: null,
  };
  await keepRequest(ctx, document);
  const state = await approveWhereAutomatic(ctx, input.applicationId);
  return { sponsorshipId: input.applicationId, state };
}

/** The application's id is the request's, so a second press finds the first; one that ended may be asked again. */
async function keepRequest(ctx: Context, document: Omit<SponsorshipDocument, 'timeline' | 'outbox'>): Promise<void> {
  const { _id, personId } = document;
  const event = emit('sponsorship.requested', { sponsorshipId: _id });
  try {
    await Sponsorships.create({ ...document, timeline: [entry(ctx, 'requested')], outbox: [event] });
    return;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  const seen = await Sponsorships.findOne({ _id, personId }).lean<SponsorshipDocument>();
  if (!seen) throw new AppError('not_found', 'error_not_found');
  if (seen.state === 'requested' || seen.state === 'approved') return;
  if (seen.state !== 'lapsed' && seen.state !== 'withdrawn')
    throw new AppError('refused', 'sponsorship_refusal_decided');
  const { _id: _, ...again } = document;
  const written = await Sponsorships.updateOne(
    { _id, state: seen.state, usedMinutes: 0 },
    { $set: again, $push: { timeline: entry(ctx, 'requested'), outbox: event } },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
