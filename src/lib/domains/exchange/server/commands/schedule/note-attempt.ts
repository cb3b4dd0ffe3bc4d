/** A matchmaker notes whom she spoke to, whom she brought together, or puts a ring to its three organisations by mail. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey, op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { ringKey, type Attempt } from '../../../agenda/matchmaking';
import { pairKey } from '../../../schedule/problem';
import { editionFor } from '../../access';
import { Attempts } from '../../plans/attempt.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import '../../exchange-events';

const SIZES: Record<Attempt['kind'], number> = { seen: 1, pair: 2, ring: 3 };

/** `created` is false when it was noted already, also by somebody else at the same moment. A ring is a proposal only. */
export async function noteAttempt(
  ctx: Context,
  slug: string,
  { kind, members }: { kind: Attempt['kind']; members: readonly string[] },
): Promise<{ created: boolean; names: string[] }> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'matchmaker');
  const found = await Registrations.find({
    _id: op({ $in: [...members] }),
    editionId: edition._id,
    state: 'approved',
  }).lean<RegistrationDocument[]>();
  if (new Set(members).size !== SIZES[kind]) throw new AppError('invalid', 'error_invalid');
  if (found.length !== members.length) throw new AppError('not_found', 'error_not_found');
  const names = members.map((id) => found.find(({ _id }) => _id === id)?.name ?? '–');
  const vetoed = found.some(({ wishes }) => wishes.some((one) => one.kind === 'no' && members.includes(one.of)));
  if (vetoed) throw new AppError('refused', 'schedule_refusal_vetoed');
  const [one = '', other = ''] = members;
  const _id = newId(ctx.now);
  // Who was spoken to can be spoken to again; to the same people twice at one moment is one press.
  const key = {
    seen: `seen ${one} ${Math.floor(ctx.now.getTime() / 60_000)}`,
    pair: `pair ${pairKey(one, other)}`,
    ring: `ring ${ringKey(members)}`,
  }[kind];
  try {
    await Attempts.create({
      _id,
      editionId: edition._id,
      kind,
      members: [...members],
      key,
      at: ctx.now,
      byId: actor.personId,
      ...(kind === 'ring' ? { outbox: [emit('ring.proposed', { attemptId: _id })] } : {}),
    });
    return { created: true, names };
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
    return { created: false, names };
  }
}
