/** A moderator has checked an organisation: it may be seen and may publish missions. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotVerify } from '../../../verification';
import { decideOnOrganisation, organisationToDecide, type Decision } from '../../decide-on-organisation';
import '../../organisation-events';

export async function verifyOrganisation(ctx: Context, input: Decision & { note?: string | null }): Promise<void> {
  const { document, by } = await organisationToDecide(ctx, input.organisationId, whyNotVerify);
  const note = input.note ?? null;
  await decideOnOrganisation(ctx, document, input, {
    name: 'verified',
    note,
    set: { state: 'verified', verifiedAt: ctx.now, review: { state: 'done', since: ctx.now, note: null } },
    event: emit('organisation.verified', { organisationId: document._id, by, note, from: document.state }),
  });
}
