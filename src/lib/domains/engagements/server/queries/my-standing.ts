/** Where the reader stands on a mission's roles: applied, invited, or neither; for the mission's page. */
import type { Context } from '$lib/server/context';
import { OPEN_STATES, type ApplicationState } from '../../application/application';
import { op } from '$lib/server/mongo';
import { Applications, type ApplicationDocument } from '../application.model';
import { Invitations, type InvitationDocument } from '../invitation.model';

export interface RoleStanding {
  application: { id: string; state: ApplicationState } | null;
  invitation: { id: string } | null;
}

/** By role id; roles she has nothing to do with are left out, and strangers have none. */
export async function myStanding(ctx: Context, missionId: string): Promise<Record<string, RoleStanding>> {
  const personId = ctx.actor?.personId;
  if (!personId) return {};
  const shown: ApplicationState[] = [...OPEN_STATES, 'accepted'];
  const [applications, invitations] = await Promise.all([
    Applications.find({ missionId, personId, state: op({ $in: shown }) }).lean<ApplicationDocument[]>(),
    Invitations.find({ missionId, personId, state: 'sent' }).lean<InvitationDocument[]>(),
  ]);
  const standing: Record<string, RoleStanding> = {};
  for (const { _id, roleId, state } of applications)
    standing[roleId] = { application: { id: _id, state }, invitation: null };
  for (const { _id, roleId } of invitations) standing[roleId] ??= { application: null, invitation: { id: _id } };
  return standing;
}
