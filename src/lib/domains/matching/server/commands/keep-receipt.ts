/** Keeps the ranked list of a role as it stands now: when somebody is invited from it, or a moderator samples it. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { isoDay } from '$lib/shared/dates';
import { newId } from '$lib/shared/ids';
import { explainMatch } from '../../explaining/explain-match';
import { dailySeed } from '../../ranking/bands';
import { rankByVisibility } from '../../ranking/rank-volunteers';
import { makeReceipt } from '../../receipt';
import { compileRole } from '../../scoring/compiled-role';
import { exposureOfPool } from '../exposure/exposure';
import '../matching-events';
import { toMatchRole } from '../pool/to-match';
import { volunteerPool } from '../pool/volunteer-pool';
import { missionOfCandidates, scoresFor } from '../queries/ranked-candidates';
import { scoringParts } from '../queries/scoring-context';
import { Receipts } from '../receipts/receipt.model';

export interface KeepReceipt {
  missionId: string;
  roleId: string;
  /** Id of the invitation: kept once for each. Null for a sample. */
  invitationId: string | null;
  personId: string | null;
  /** Key of the form that asks for a sample: sent twice, it is kept once. */
  formKey?: string | undefined;
}

const LIMIT = 50;

/** @throws AppError not_found for whoever may not see the list */
export async function keepReceipt(ctx: Context, input: KeepReceipt): Promise<{ receiptId: string }> {
  const { mission, role } = await missionOfCandidates(ctx, input.missionId, input.roleId);
  const [pool, parts, exposure] = await Promise.all([volunteerPool(), scoringParts(ctx), exposureOfPool()]);
  const compiled = compileRole(toMatchRole(mission, role, parts.heirs), { ...parts, columns: pool.columns });
  const scores = scoresFor(
    compiled,
    pool,
    (id) => pool.sources.get(id)?.visibility !== 'applied' || id === input.personId,
  );
  const seed = dailySeed(role.id, isoDay(ctx.now, 'UTC'));
  const positions = rankByVisibility(pool.columns, scores, LIMIT, { exposure, seed });
  const invited = input.personId === null ? undefined : pool.columns.positions.get(input.personId);
  // Somebody invited from further down the list is on her own receipt all the same.
  if (invited !== undefined && !positions.includes(invited)) positions.push(invited);
  const receipt = makeReceipt(
    { kind: 'candidates', subjectId: role.id, limit: LIMIT, now: parts.now, seed },
    {
      weightsVersion: parts.weights.version,
      indexVersion: `everyone at ${ctx.now.toISOString()}`,
      tier: null,
      total: scores.filter((score) => score >= 0).length,
      truncated: false,
    },
    positions.map((position) => explainMatch(compiled, position)),
  );
  const _id = input.invitationId ?? (input.formKey ? `sample-${input.formKey}` : newId());
  const by = ctx.actor?.personId ?? null;
  const sampled = { receiptId: _id, missionId: mission._id, role: role.title, by };
  try {
    await Receipts.create({
      _id,
      missionId: mission._id,
      roleId: role.id,
      organisationId: mission.organisationId,
      cause: input.invitationId ? 'invitation' : 'sample',
      personId: input.personId,
      keptBy: by,
      keptAt: ctx.now,
      receipt,
      outbox: input.invitationId ? [] : [emit('match.receipt_sampled', sampled)],
    });
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return { receiptId: _id };
}
