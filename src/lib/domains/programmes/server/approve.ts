/** Approving: first the hours are set aside, then the request says so; whichever of the two a crash leaves is put right. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { isOpen, yearOf } from '../programme';
import type { SponsorshipState } from '../sponsorship';
import { findProgramme, findSponsorship } from './access';
import { ensureYear, giveBack, reserve } from './budget/year-budget';
import type { SponsorshipDocument } from './sponsorship.model';
import { tryMoveSponsorship } from './sponsorships';

export interface ApprovedBy {
  personId: string | null;
  name: string;
}

/** @throws AppError refused without free hours or over the person's cap, conflict when it was decided meanwhile */
export async function approve(ctx: Context, request: SponsorshipDocument, by: ApprovedBy): Promise<void> {
  const { _id, organisationId, personId, minutes } = request;
  const programme = await findProgramme(organisationId);
  if (!programme || !isOpen(programme)) throw new AppError('refused', 'sponsorship_refusal_no_programme');
  const year = yearOf(ctx.now);
  await ensureYear(organisationId, year, programme.yearlyMinutes);
  const { capMinutes } = programme;
  const order = {
    organisationId,
    year,
    sponsorshipId: _id,
    personId,
    minutes,
    capMinutes,
    by: by.personId,
    byName: by.name,
  };
  const reserved = await reserve(order);
  if (reserved === 'no_budget') throw new AppError('refused', 'sponsorship_refusal_budget');
  if (reserved === 'over_cap') throw new AppError('refused', 'sponsorship_refusal_cap');
  const decision = { year, decidedBy: by.personId, decidedByName: by.name, decidedAt: ctx.now };
  if (await tryMoveSponsorship(ctx, _id, 'approve', decision)) return;
  const now = await findSponsorship(_id);
  // Another approval holds the hours; anything else has no use for them.
  if (now.state !== 'approved') await giveBack(organisationId, year, _id);
  throw new AppError('conflict', 'error_conflict');
}

/** Where the rule asks nobody, budget and cap decide; without free hours the request waits for HR. */
export async function approveWhereAutomatic(ctx: Context, sponsorshipId: string): Promise<SponsorshipState> {
  const request = await findSponsorship(sponsorshipId);
  const programme = await findProgramme(request.organisationId);
  if (request.state !== 'requested' || programme?.approval !== 'automatic') return request.state;
  try {
    await approve(ctx, request, { personId: null, name: '' });
    return 'approved';
  } catch (error) {
    if (error instanceof AppError && (error.code === 'refused' || error.code === 'conflict'))
      return (await findSponsorship(sponsorshipId)).state;
    throw error;
  }
}
