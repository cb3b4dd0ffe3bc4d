/** Ids of missions by what they depend on, for subscribers that re-read them. */
import { op } from '$lib/server/mongo';
import { LISTED_STATES } from '../../mission-state';
import { Missions } from '../mission.model';

const listed = () => op({ $in: [...LISTED_STATES] });

export async function missionIdsOfOrganisation(organisationId: string): Promise<string[]> {
  const found = await Missions.find({ organisationId, state: listed() }, { _id: 1 }).lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}

export async function missionIdsWithSkills(slugs: readonly string[]): Promise<string[]> {
  const wanted = op({ $in: [...slugs] });
  const found = await Missions.find(
    { state: listed(), $or: [{ 'roles.mustHave.slug': wanted }, { 'roles.niceToHave.slug': wanted }] },
    { _id: 1 },
  ).lean<{ _id: string }[]>();
  return found.map(({ _id }) => _id);
}
