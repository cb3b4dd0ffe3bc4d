/** The version that would follow the charter in force, from new terms and the names as they are now. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import type { Charter, CharterTerms } from '../../charter/charter';
import { factsFor } from '../applications/open-engagement';
import type { EngagementDocument } from '../engagement.model';
import { writeCharter } from './write-charter';

export async function nextVersion(
  ctx: Context,
  { missionId, roleId, personId, charter }: EngagementDocument,
  terms: CharterTerms,
): Promise<Charter> {
  const mission = await missionForWork(missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const facts = await factsFor(mission, roleId, personId);
  return writeCharter(terms, facts, { version: charter.version + 1, by: ctx.actor?.personId ?? null, at: ctx.now });
}
