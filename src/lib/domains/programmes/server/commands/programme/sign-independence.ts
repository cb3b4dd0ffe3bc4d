/** An owner signs that the employer directs no content; from then on the programme is open. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { op } from '$lib/server/mongo';
import { m } from '$lib/paraglide/messages.js';
import { INDEPENDENCE_VERSION, isOpen } from '../../../programme';
import { findProgramme, requireEmployerById } from '../../access';
import { Programmes } from '../../programme.model';
import '../../programme-events';

/** The name must be that of the account: it is a signature. Signing again changes nothing. */
export async function signIndependence(ctx: Context, input: { organisationId: string; name: string }): Promise<void> {
  const actor = requireConfirmed(ctx);
  const { organisation } = await requireEmployerById(ctx, input.organisationId, 'owner');
  if (input.name.trim().toLowerCase() !== actor.name.trim().toLowerCase())
    throw new AppError('refused', 'programme_refusal_name', { field: 'name', params: { name: actor.name } });
  const programme = await findProgramme(input.organisationId);
  if (!programme) throw new AppError('refused', 'programme_refusal_rules_first');
  if (isOpen(programme)) return;
  const independence = {
    name: actor.name,
    personId: actor.personId,
    at: ctx.now,
    version: INDEPENDENCE_VERSION,
    locale: ctx.locale,
    text: m.programme_independence_text({ employer: organisation.name }),
  };
  const written = await Programmes.updateOne(
    { _id: input.organisationId, 'independence.version': op({ $ne: INDEPENDENCE_VERSION }) },
    {
      $set: { independence },
      $push: {
        timeline: entry(ctx, 'signed'),
        outbox: emit('programme.opened', { organisationId: input.organisationId, by: actor.personId }),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'error_conflict');
}
