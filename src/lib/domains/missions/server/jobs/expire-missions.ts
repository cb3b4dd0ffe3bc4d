/** The timer of deadlines: a mission that found nobody expires, one that found somebody stops looking. */
import type { Context } from '$lib/server/context';
import { systemContext } from '$lib/server/context';
import { registerJob } from '$lib/server/jobs/jobs';
import { log } from '$lib/server/log';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { stateAfterDeadline, STEP_FROM } from '../../mission-state';
import { Missions, type MissionDocument } from '../mission.model';
import { writeStep } from '../write-step';

const BATCH = 100;

/** @returns how many missions it ended */
export async function expireMissions(ctx: Context = systemContext()): Promise<number> {
  const late = { state: op({ $in: [...STEP_FROM.expire] }), deadline: op({ $lte: ctx.now }) };
  let ended = 0;
  const skipped: string[] = [];
  for (;;) {
    const found = await Missions.find({ ...late, _id: op({ $nin: skipped }) })
      .sort({ deadline: 1 })
      .limit(BATCH)
      .lean<MissionDocument[]>();
    if (found.length === 0) return ended;
    for (const mission of found) {
      if (await end(ctx, mission)) ended++;
      else skipped.push(mission._id);
    }
  }
}

async function end(ctx: Context, mission: MissionDocument): Promise<boolean> {
  const state = stateAfterDeadline(mission);
  const event = state === 'expired' ? 'mission.expired' : 'mission.filled';
  try {
    await writeStep(ctx, mission, { event, payload: { missionId: mission._id }, what: state, set: { state } });
    return true;
  } catch (error) {
    // Somebody changed it this very moment: the next run sees how it stands then.
    if (!(error instanceof AppError)) throw error;
    log.debug({ mission: mission._id }, 'mission changed while expiring');
    return false;
  }
}

export function registerExpireMissionsJob(): void {
  registerJob({ name: 'missions.expire', everyMs: 60_000, run: async () => void (await expireMissions()) });
}
