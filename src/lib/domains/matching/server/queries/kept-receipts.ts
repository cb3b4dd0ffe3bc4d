/** Kept match receipts for moderators: of one mission or of all, the latest first, by pages. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { requireModerator, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { Receipts, type ReceiptDocument } from '../receipts/receipt.model';

export interface KeptReceipt {
  id: string;
  cause: ReceiptDocument['cause'];
  keptAt: Date;
  /** Null for the platform itself. */
  keptBy: string | null;
  mission: { id: string; title: string } | null;
  role: string;
  /** How many were ranked then. */
  ranked: number;
  weightsVersion: string;
}

export const RECEIPTS_PER_PAGE = 25;

export async function keptReceipts(
  ctx: Context,
  asked: { missionId: string | null; page: number },
): Promise<{ receipts: KeptReceipt[]; total: number; page: number; pages: number }> {
  requireModerator(ctx);
  const where = asked.missionId ? { missionId: asked.missionId } : {};
  const total = await Receipts.countDocuments(where);
  const pages = Math.max(1, Math.ceil(total / RECEIPTS_PER_PAGE));
  const page = Math.min(Math.max(asked.page, 1), pages);
  const found = await Receipts.find(where)
    .sort({ keptAt: -1, _id: -1 })
    .skip((page - 1) * RECEIPTS_PER_PAGE)
    .limit(RECEIPTS_PER_PAGE)
    .lean<ReceiptDocument[]>();
  const ids = [...new Set(found.map(({ missionId }) => missionId))];
  const missions = new Map((await Promise.all(ids.map(missionForWork))).map((mission) => [mission?._id, mission]));
  const people = await personCards(found.flatMap(({ keptBy }) => (keptBy ? [keptBy] : [])));
  const receipts = found.map(({ _id, cause, keptAt, keptBy, missionId, roleId, receipt }): KeptReceipt => {
    const mission = missions.get(missionId);
    return {
      id: _id,
      cause,
      keptAt,
      keptBy: keptBy ? (people.get(keptBy)?.name ?? null) : null,
      mission: mission ? { id: mission._id, title: mission.title } : null,
      role: mission?.roles.find(({ id }) => id === roleId)?.title ?? '',
      ranked: receipt.total,
      weightsVersion: receipt.weightsVersion,
    };
  });
  return { receipts, total, page, pages };
}

/** The lists of a mission that can be kept. @throws AppError not_found */
export async function listsOfMission(
  ctx: Context,
  missionId: string,
): Promise<{ id: string; title: string; roles: { id: string; title: string }[] }> {
  requireModerator(ctx);
  const mission = await missionForWork(missionId);
  if (!mission) throw new AppError('not_found', 'error_not_found');
  return { id: mission._id, title: mission.title, roles: mission.roles.map(({ id, title }) => ({ id, title })) };
}
