/** Who was asked for a role or asked for it already: what a list of candidates says beside a name. For higher layers. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { isModerator } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Applications } from '../application.model';
import { Invitations } from '../invitation.model';

export interface InPlay {
  kind: 'invited' | 'applied';
  state: string;
  /** The application to open; null for an invitation. */
  applicationId: string | null;
}

export async function peopleInPlay(
  ctx: Context,
  input: { missionId: string; roleId: string; personIds: readonly string[] },
): Promise<Map<string, InPlay>> {
  const mission = await missionForWork(input.missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  if (!isModerator(ctx)) await requireMember(ctx, mission.organisationId, 'viewer');
  const filter = { missionId: input.missionId, roleId: input.roleId, personId: op({ $in: [...input.personIds] }) };
  const [invitations, applications] = await Promise.all([
    Invitations.find(filter, { personId: 1, state: 1 }).lean<{ personId: string; state: string }[]>(),
    Applications.find(filter, { personId: 1, state: 1, appliedAt: 1 })
      .sort({ appliedAt: 1 })
      .lean<{ _id: string; personId: string; state: string }[]>(),
  ]);
  return new Map<string, InPlay>([
    ...invitations.map(({ personId, state }): [string, InPlay] => [
      personId,
      { kind: 'invited', state, applicationId: null },
    ]),
    ...applications.map(({ _id, personId, state }): [string, InPlay] => [
      personId,
      { kind: 'applied', state, applicationId: _id },
    ]),
  ]);
}
