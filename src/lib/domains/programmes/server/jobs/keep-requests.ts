/** Timers: requests that nobody decided lapse, ended work is closed, and what a crash left half done is put right. */
import { systemContext } from '$lib/server/context';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { HOUR } from '$lib/shared/dates';
import type { Reservation } from '../../budget';
import type { SponsorshipState } from '../../sponsorship';
import { giveBack } from '../budget/year-budget';
import { followWork } from '../follow-work';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';
import { tryMoveSponsorship } from '../sponsorships';
import { ProgrammeYears, type ProgrammeYearDocument } from '../year.model';

const BATCH = 500;

export function registerRequestJobs(): void {
  registerJob({ name: 'programmes.lapse', everyMs: HOUR, run: lapseRequests });
  registerJob({ name: 'programmes.settle', everyMs: 6 * HOUR, run: settleEnded });
  registerJob({ name: 'programmes.repair', everyMs: HOUR, run: repairReservations });
}

export async function lapseRequests(at: Date): Promise<void> {
  const due = await Sponsorships.find({ state: 'requested', dueAt: op({ $lte: at }) }, { _id: 1 })
    .limit(BATCH)
    .lean<{ _id: string }[]>();
  for (const { _id } of due) await tryMoveSponsorship(systemContext(), _id, 'lapse');
}

export async function settleEnded(): Promise<void> {
  const ended = await Sponsorships.find({ state: 'approved', workEndedAt: op({ $ne: null }) }, { _id: 1 })
    .limit(BATCH)
    .lean<{ _id: string }[]>();
  for (const { _id } of ended) await followWork(_id);
}

/**
 * Hours set aside for a request that is still open belong to an approval that stopped half-way: it is finished. For an
 * ended request they belong to nobody.
 */
export async function repairReservations(): Promise<void> {
  const years = await ProgrammeYears.find({ 'reservations.sponsorshipId': op({ $exists: true }) }).lean<
    ProgrammeYearDocument[]
  >();
  for (const { organisationId, year, reservations } of years) {
    const held = new Map(reservations.map((each) => [each.sponsorshipId, each]));
    const loose = await Sponsorships.find({
      _id: op({ $in: [...held.keys()] }),
      state: op({ $ne: 'approved' as SponsorshipState }),
    }).lean<SponsorshipDocument[]>();
    for (const { _id, state } of loose) {
      const own = held.get(_id);
      if (state !== 'requested' || !own) await giveBack(organisationId, year, _id);
      else await finishApproval(_id, year, own);
    }
  }
}

async function finishApproval(id: string, year: number, { by, byName }: Reservation): Promise<void> {
  const ctx = systemContext();
  const decision = { year, decidedBy: by, decidedByName: byName, decidedAt: ctx.now };
  await tryMoveSponsorship(ctx, id, 'approve', decision);
}
