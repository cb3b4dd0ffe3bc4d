/** A moderator takes an organisation out of sight, with a reason that its owners read. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotSuspend } from '../../../verification';
import { decideOnOrganisation, organisationToDecide, type Decision } from '../../decide-on-organisation';
import '../../organisation-events';

export async function suspendOrganisation(ctx: Context, input: Decision & { reason: string }): Promise<void> {
  const { document, by } = await organisationToDecide(ctx, input.organisationId, whyNotSuspend);
  const { reason: note } = input;
  await decideOnOrganisation(ctx, document, input, {
    name: 'suspended',
    note,
    set: { state: 'suspended', suspension: { at: ctx.now, reason: note } },
    event: emit('organisation.suspended', { organisationId: document._id, by, note, from: document.state }),
  });
}
