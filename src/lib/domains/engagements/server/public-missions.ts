/** Which missions have public outcomes: those that everyone may read, by institution and cause. */
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';

export async function publicMissionIds(
  missionIds: readonly string[],
  { institution, cause }: { institution?: string; cause?: string } = {},
): Promise<Set<string>> {
  const missions = await missionsForWork(missionIds);
  return new Set(
    [...missions.values()]
      .filter(
        ({ confidentiality, decider, causes }) =>
          confidentiality === 'public' &&
          (!institution || decider.institution === institution) &&
          (!cause || causes.includes(cause)),
      )
      .map(({ _id }) => _id),
  );
}
