/** The timers of applications and invitations: reminders, replies and offers that lapse, and the repair of crashes. */
import { systemContext, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import { reminderDue, type ApplicationState } from '../../application/application';
import { Applications, type ApplicationDocument } from '../application.model';
import { openEngagement } from '../applications/open-engagement';
import { returnSeat } from '../applications/return-seat';
import { endApplication, expireInvitation } from '../applications/settle-mission';
import { Engagements } from '../engagement.model';
import { Invitations, type InvitationDocument } from '../invitation.model';

const TIMED: ApplicationState[] = ['submitted', 'offered'];
const BATCH = 200;

/** @returns how many applications and invitations it ended */
export async function endOverdue(ctx: Context = systemContext()): Promise<number> {
  let ended = 0;
  const late = await Applications.find({ state: op({ $in: TIMED }), dueAt: op({ $ne: null, $lte: ctx.now }) })
    .sort({ dueAt: 1 })
    .limit(BATCH)
    .lean<ApplicationDocument[]>();
  for (const application of late) {
    const cause = application.state === 'offered' ? 'offer_lapsed' : 'no_reply';
    if (await endApplication(ctx, application, cause)) ended++;
  }
  const unanswered = await Invitations.find({ state: 'sent', expiresAt: op({ $lte: ctx.now }) })
    .limit(BATCH)
    .lean<InvitationDocument[]>();
  for (const invitation of unanswered) if (await expireInvitation(ctx, invitation)) ended++;
  return ended;
}

/** @returns how many reminders it ordered; the filter decides between two processes */
export async function remindOfReplies(ctx: Context = systemContext()): Promise<number> {
  const waiting = Applications.find({
    state: op({ $in: TIMED }),
    dueAt: op({ $gt: ctx.now }),
  }).lean<ApplicationDocument>();
  let ordered = 0;
  for await (const application of waiting.cursor()) {
    const days = reminderDue(application, ctx.now);
    if (days === null) continue;
    const { _id, state } = application;
    const marked = await Applications.updateOne(
      { _id, state, reminded: op({ $ne: days }) },
      { $push: { reminded: days, outbox: emit('application.reminder_due', { applicationId: _id, days }) } },
    );
    ordered += marked.matchedCount;
  }
  return ordered;
}

/** What a crash between two writes left behind in the last two days: an engagement to open, a seat to give back. */
export async function repairAcceptances(ctx: Context = systemContext()): Promise<void> {
  const lately = { endedAt: op({ $gt: new Date(ctx.now.getTime() - 2 * DAY) }) };
  const accepted = await Applications.find({ state: 'accepted', ...lately }, { _id: 1 }).lean<{ _id: string }[]>();
  const ids = accepted.map(({ _id }) => _id);
  const known = await Engagements.find({ _id: op({ $in: ids }) }, { _id: 1 }).lean<{ _id: string }[]>();
  const opened = new Set(known.map(({ _id }) => _id));
  for (const id of ids) if (!opened.has(id)) await openEngagement(id, ctx);
  const ended = await Applications.find({
    state: op({ $in: ['declined', 'withdrawn', 'expired'] as ApplicationState[] }),
    offeredAt: op({ $ne: null }),
    ...lately,
  }).lean<ApplicationDocument[]>();
  for (const application of ended) await returnSeat(application);
}

export function registerApplicationTimers(): void {
  registerJob({ name: 'engagements.end-overdue', everyMs: 60_000, run: async () => void (await endOverdue()) });
  registerJob({
    name: 'engagements.remind-replies',
    everyMs: 600_000,
    run: async () => void (await remindOfReplies()),
  });
  registerJob({ name: 'engagements.repair', everyMs: 300_000, run: () => repairAcceptances() });
}
