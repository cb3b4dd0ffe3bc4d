/** How a sponsorship moves: one write that names the state it expects, with its event; the budget follows or goes before. */
import type { Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { STEP_FROM, type Sponsorship, type SponsorshipState, type SponsorshipStep } from '../sponsorship';
import { giveBack } from './budget/year-budget';
import './programme-events';
import { Sponsorships, type SponsorshipDocument } from './sponsorship.model';

const TO = {
  approve: 'approved',
  refuse: 'refused',
  lapse: 'lapsed',
  withdraw: 'withdrawn',
  recall: 'recalled',
  close: 'closed',
} as const satisfies Record<SponsorshipStep, SponsorshipState>;

/** Whether this call was the one that moved it. */
export async function tryMoveSponsorship(
  ctx: Context,
  id: string,
  step: SponsorshipStep,
  set: Partial<Sponsorship> = {},
): Promise<boolean> {
  const to = TO[step];
  const from: SponsorshipState[] = [...STEP_FROM[step]];
  const ends = step !== 'approve';
  const written = await Sponsorships.updateOne(
    { _id: id, state: op({ $in: from }) },
    {
      $set: { state: to, ...(ends ? { endedAt: ctx.now } : {}), ...set },
      $push: {
        timeline: entry(ctx, to, set.reason ?? null),
        outbox: emit(`sponsorship.${to}`, { sponsorshipId: id }) as StoredEvent,
      },
    },
  );
  return written.matchedCount > 0;
}

/**
 * Ends it and gives the rest back. Were the process to end in between, the repair job gives back what no open approval
 * holds.
 * @throws AppError conflict when somebody was faster
 */
export async function endSponsorship(
  ctx: Context,
  seen: SponsorshipDocument,
  step: Exclude<SponsorshipStep, 'approve'>,
  set: Partial<Sponsorship> = {},
): Promise<void> {
  if (!(await tryMoveSponsorship(ctx, seen._id, step, set))) throw new AppError('conflict', 'error_conflict');
  await returnRest(seen._id);
}

export async function returnRest(id: string): Promise<void> {
  const now = await Sponsorships.findById(id, { organisationId: 1, year: 1, state: 1 }).lean<
    Pick<Sponsorship, 'organisationId' | 'year' | 'state'>
  >();
  if (now?.year && now.state !== 'approved' && now.state !== 'requested')
    await giveBack(now.organisationId, now.year, id);
}
