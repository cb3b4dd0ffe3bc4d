/** Reading one mission for a command or a page, with what the viewer may see of it decided on the spot. */
import { AppError } from '$lib/shared/app-error';
import { isModerator, requireConfirmed, type Context } from '$lib/server/context';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { requireMember, type Membership } from '$lib/domains/organisations/server/queries/require-member';
import { ID_PATTERN } from '$lib/shared/ids';
import { STRANGER, type Viewer } from '../mission.policy';
import { mayStep, type MissionStep } from '../mission-state';
import { Missions, type MissionDocument } from './mission.model';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** By id or by slug: an edit page keeps its address after the mission got its public one. */
export async function findMission(idOrSlug: string): Promise<MissionDocument | null> {
  if (!SLUG.test(idOrSlug) || idOrSlug.length > 120) return null;
  const bySlug = await Missions.findOne({ slug: idOrSlug }).lean<MissionDocument>();
  if (bySlug || !ID_PATTERN.test(idOrSlug)) return bySlug;
  return Missions.findById(idOrSlug).lean<MissionDocument>();
}

/**
 * The mission for somebody who works for its NGO.
 * @throws AppError unauthenticated, forbidden (address not confirmed, too small a role), not_found for strangers
 */
export async function missionOfMember(
  ctx: Context,
  idOrSlug: string,
  min: 'viewer' | 'editor' | 'owner',
): Promise<{ mission: MissionDocument } & Membership> {
  if (!ctx.system) requireConfirmed(ctx);
  const mission = await findMission(idOrSlug);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  return { mission, ...(await requireMember(ctx, mission.organisationId, min)) };
}

/** Who `ctx` is to the missions of many NGOs: her memberships are read once. */
export async function viewerOfMissions(ctx: Context): Promise<(organisationId: string) => Viewer> {
  if (ctx.system) return () => ({ personId: null, role: 'owner', moderator: true });
  const { actor } = ctx;
  if (!actor) return () => STRANGER;
  const roles = new Map((await membershipsOf(actor.personId)).map((each) => [each.organisationId, each.role]));
  const moderator = isModerator(ctx);
  return (organisationId) => ({ personId: actor.personId, role: roles.get(organisationId) ?? null, moderator });
}

/** @throws AppError refused, naming the state it is in, when the step may not start from there */
export function requireStep(mission: Pick<MissionDocument, 'state'>, step: MissionStep): void {
  if (!mayStep(mission.state, step)) throw new AppError('refused', 'mission_error_state');
}

/** After a write that met no document: it is gone, or somebody was faster. */
export async function whyNothingChanged(missionId: string): Promise<AppError> {
  const known = await Missions.exists({ _id: missionId });
  return known ? new AppError('conflict', 'error_conflict') : new AppError('not_found', 'error_not_found');
}
