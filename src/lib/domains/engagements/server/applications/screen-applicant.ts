/** Compares what an applicant declared with the other side of the mission, at the moment she applies. */
import type { Mission } from '$lib/domains/missions/mission';
import { screen } from '$lib/domains/missions/screening';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { conflictOf, type ConflictCheck } from '../../application/application';

export async function screenApplicant(
  personId: string,
  mission: Pick<Mission, 'opposingParties' | 'file'>,
): Promise<ConflictCheck> {
  const [volunteer] = await matchVolunteers([personId]);
  return conflictOf(screen(volunteer ?? { interests: [], interestsDeclaredAt: null }, mission));
}
