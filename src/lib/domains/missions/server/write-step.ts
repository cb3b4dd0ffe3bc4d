/** The one write by which a mission goes a step: it names the state it expects, and carries its event and its entry. */
import { emit, type EventPayloads } from '$lib/server/events';
import type { Context } from '$lib/server/context';
import { entry } from '$lib/server/timeline';
import type { MissionState } from '../mission';
import { Missions, type MissionDocument } from './mission.model';
import { whyNothingChanged } from './mission-access';

type MissionEventType = Extract<keyof EventPayloads, `mission.${string}`>;

export interface Step<T extends MissionEventType> {
  event: T;
  payload: EventPayloads[T];
  /** The timeline's word. */
  what: string;
  note?: string | null;
  set: Partial<
    Pick<
      MissionDocument,
      'slug' | 'reviewNote' | 'endReason' | 'submittedAt' | 'publishedAt' | 'deadline' | 'remindersSent'
    >
  > & {
    state?: MissionState;
  };
}

/**
 * @param seen the mission as it was read when the rules were asked: state, version and seats must still be the same
 * @throws AppError conflict when somebody was faster
 */
export async function writeStep<T extends MissionEventType>(
  ctx: Context,
  seen: Pick<MissionDocument, '_id' | 'state' | 'version' | 'seatVersion'>,
  step: Step<T>,
): Promise<MissionDocument> {
  const { _id, state, version, seatVersion } = seen;
  const written = await Missions.findOneAndUpdate(
    { _id, state, version, seatVersion },
    {
      $set: { ...step.set, changedAt: ctx.now },
      $push: { outbox: emit(step.event, step.payload), timeline: entry(ctx, step.what, step.note ?? null) },
    },
    { returnDocument: 'after' },
  ).lean<MissionDocument>();
  if (!written) throw await whyNothingChanged(_id);
  return written;
}

/** The payload of a decision: what a moderator or member did and wrote. */
export function decision(ctx: Context, missionId: string, note: string | null) {
  return { missionId, by: ctx.actor?.personId ?? null, note };
}
