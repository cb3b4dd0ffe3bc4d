/** An editor saves what she wrote; drafts freely, public missions in what nobody relies on yet. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { unknownSkills } from '$lib/domains/skills/server/queries/unknown-skills';
import type { MissionContent } from '../../mission';
import { tidyContent, type SaveMission } from '../../mission-input';
import { rolesWithSeats, whyNotChange } from '../../seats';
import { missionOfMember, requireStep, whyNothingChanged } from '../mission-access';
import { Missions, type MissionDocument } from '../mission.model';

const MAX_TRIES = 5;

export interface SavedMissionVersion {
  missionId: string;
  version: number;
  savedAt: Date;
}

/**
 * @throws AppError conflict when another editor saved since `input.version`; invalid at the field for unknown skills;
 *   refused at the field for what applicants and engagements rely on
 */
export async function saveMission(ctx: Context, input: SaveMission): Promise<SavedMissionVersion> {
  const content = tidyContent(input.content);
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const { mission } = await missionOfMember(ctx, input.missionId, 'editor');
    requireStep(mission, 'save');
    if (mission.version !== input.version) throw new AppError('conflict', 'mission_error_version');
    await refuseUnknownSkills(ctx, mission, content);
    const refusal = whyNotChange(mission, content);
    if (refusal) throw new AppError('refused', refusal.reason, { field: refusal.field });
    if (await write(ctx, mission, content)) {
      return { missionId: mission._id, version: mission.version + 1, savedAt: ctx.now };
    }
    // Only a seat that was taken meanwhile may be tried again: it changed no word of what was written.
    const still = await Missions.exists({ _id: mission._id, version: input.version, state: mission.state });
    if (!still) throw await whyNothingChanged(mission._id);
  }
  throw new AppError('conflict', 'error_conflict');
}

async function write(ctx: Context, mission: MissionDocument, content: MissionContent): Promise<boolean> {
  const { _id, state, version, seatVersion } = mission;
  const isPublic = mission.publishedAt !== null;
  const written = await Missions.updateOne(
    { _id, state, version, seatVersion },
    {
      $set: {
        ...content,
        roles: rolesWithSeats(mission.roles, content.roles),
        changedBy: ctx.actor?.personId ?? null,
        changedAt: ctx.now,
      },
      $inc: { version: 1 },
      // Drafts change with every pause in typing: only what others can read is worth an event and an entry.
      ...(isPublic
        ? { $push: { outbox: emit('mission.changed', { missionId: _id }), timeline: entry(ctx, 'changed') } }
        : {}),
    },
  );
  return written.matchedCount > 0;
}

async function refuseUnknownSkills(ctx: Context, before: MissionDocument, content: MissionContent): Promise<void> {
  const slugsOf = (roles: readonly Pick<MissionDocument['roles'][number], 'mustHave' | 'niceToHave'>[]) =>
    roles.flatMap((role) => [...role.mustHave, ...role.niceToHave].map((need) => need.slug));
  const unknown = new Set(await unknownSkills(ctx, slugsOf(content.roles), slugsOf(before.roles)));
  if (unknown.size === 0) return;
  const index = content.roles.findIndex((role) => slugsOf([role]).some((slug) => unknown.has(slug)));
  const inMust = content.roles[index]?.mustHave.some((need) => unknown.has(need.slug));
  const field = `roles.${index}.${inMust ? 'mustHave' : 'niceToHave'}`;
  throw new AppError('invalid', 'mission_error_skill_unknown', { field });
}
