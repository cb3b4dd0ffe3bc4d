/** Gives back the seat that an application or engagement held, if it held one. */
import { systemContext } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { releaseSeat } from '$lib/domains/missions/server/commands/release-seat';
import type { EndKind } from '../../engagement/ending';
import type { Handover } from '../../handover/handover';

/** Safe to repeat. A role that is no more has no seat to give back. */
export async function returnSeat(of: {
  _id: string;
  missionId: string;
  roleId: string;
  /** Of work that ended: what was handed over is looked for again. */
  endKind?: EndKind | null;
  handover?: Pick<Handover, 'until'> | null;
}): Promise<void> {
  const { missionId, roleId, _id: engagementId } = of;
  const handedOver = of.endKind === 'handover' ? { reopen: true, until: of.handover?.until ?? null } : {};
  try {
    await releaseSeat(systemContext(), { missionId, roleId, engagementId, ...handedOver });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not_found') throw error;
  }
}
