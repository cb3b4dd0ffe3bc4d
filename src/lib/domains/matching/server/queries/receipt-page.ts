/** A kept receipt for whoever may read it: the NGO and moderators in full, the person invited her own line. */
import { isModerator, requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { explainPair } from '../../explaining/explain-match';
import { replayReceipt, type MatchReceipt, type ReceiptDifference } from '../../receipt';
import { weightsOf, WEIGHTS } from '../../weights';
import { toMatchRole, toMatchVolunteer } from '../pool/to-match';
import { Receipts, type ReceiptDocument } from '../receipts/receipt.model';
import { scoringParts } from './scoring-context';

export interface ReceiptPage {
  id: string;
  mission: { slug: string; title: string } | null;
  roleTitle: string;
  cause: ReceiptDocument['cause'];
  keptAt: Date;
  receipt: MatchReceipt;
  names: Record<string, string>;
  /** What a recalculation on today's profiles finds different. */
  differences: ReceiptDifference[];
}

export async function receiptPage(ctx: Context, receiptId: string): Promise<ReceiptPage> {
  const actor = ctx.system ? null : requireActor(ctx);
  const found = await Receipts.findById(receiptId).lean<ReceiptDocument>();
  if (!found) throw new AppError('not_found', 'error_not_found');
  const whole = isModerator(ctx) || (actor !== null && (await isMember(actor.personId, found.organisationId)));
  if (!whole && found.personId !== actor?.personId) throw new AppError('not_found', 'error_not_found');
  const top = whole ? found.receipt.top : found.receipt.top.filter(({ id }) => id === actor?.personId);
  const receipt = { ...found.receipt, top };
  const [mission, names] = await Promise.all([missionForWork(found.missionId), personCards(top.map(({ id }) => id))]);
  const role = mission?.roles.find(({ id }) => id === found.roleId);
  const sources = new Map((await matchVolunteers(top.map(({ id }) => id))).map((source) => [source.id, source]));
  const weights = weightsOf(receipt.weightsVersion) ?? WEIGHTS;
  const parts = { ...(await scoringParts(ctx)), weights, now: receipt.request.now };
  const again = (id: string) => {
    const source = sources.get(id);
    return source && mission && role
      ? explainPair(toMatchRole(mission, role, parts.heirs), toMatchVolunteer(source, parts.heirs), parts)
      : null;
  };
  return {
    id: found._id,
    mission: mission ? { slug: mission.slug, title: mission.title } : null,
    roleTitle: role?.title ?? '',
    cause: found.cause,
    keptAt: found.keptAt,
    receipt,
    names: Object.fromEntries([...names].map(([id, { name }]) => [id, name])),
    differences: replayReceipt(receipt, again),
  };
}

async function isMember(personId: string, organisationId: string): Promise<boolean> {
  return (await membershipsOf(personId)).some((each) => each.organisationId === organisationId);
}
