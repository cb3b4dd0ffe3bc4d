/** What would change if other terms took the place of those in force, line by line, with the names as they are now. */
import { AppError } from '$lib/shared/app-error';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import type { CharterTerms } from '../../charter/charter';
import { differenceOf, linesOf } from '../../charter/charter-diff';
import { charterSections } from '../../charter/charter-text';
import type { CharterDifference } from '../../mediation/dispute-view';
import { factsFor } from '../applications/open-engagement';
import type { EngagementDocument } from '../engagement.model';

type Work = Pick<EngagementDocument, 'missionId' | 'roleId' | 'personId' | 'charter'>;

export async function differenceTo(
  { missionId, roleId, personId, charter }: Work,
  terms: CharterTerms,
): Promise<CharterDifference> {
  const mission = await missionForWork(missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  const next = charterSections(terms, await factsFor(mission, roleId, personId));
  return { language: terms.language, lines: differenceOf(linesOf(charter.sections), linesOf(next)) };
}
