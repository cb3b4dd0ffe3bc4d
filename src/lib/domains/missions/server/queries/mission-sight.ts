/** One mission with how much of it the viewer may see; who may see nothing is told that there is no such page. */
import { AppError } from '$lib/shared/app-error';
import type { Context } from '$lib/server/context';
import { organisationCards, type OrganisationCard } from '$lib/domains/organisations/server/queries/organisation-cards';
import { sightOf, type Sight, type Viewer } from '../../mission.policy';
import { findMission, viewerOfMissions } from '../mission-access';
import type { MissionDocument } from '../mission.model';

export interface MissionSight {
  mission: MissionDocument;
  sight: Exclude<Sight, 'none'>;
  viewer: Viewer;
  organisation: OrganisationCard | undefined;
}

/** @throws AppError not_found */
export async function missionSight(ctx: Context, idOrSlug: string): Promise<MissionSight> {
  const mission = await findMission(idOrSlug);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const viewer = (await viewerOfMissions(ctx))(mission.organisationId);
  const organisation = (await organisationCards([mission.organisationId])).get(mission.organisationId);
  const sight = sightOf(mission, viewer, organisation?.state === 'verified');
  if (sight === 'none') throw new AppError('not_found', 'error_not_found');
  return { mission, sight, viewer, organisation };
}
