/** A moderator asks for more or for other words before she verifies: the organisation corrects and comes back by itself. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotRequestChanges } from '../../../verification';
import { decideOnOrganisation, organisationToDecide, type Decision } from '../../decide-on-organisation';
import '../../organisation-events';

export async function requestOrganisationChanges(ctx: Context, input: Decision & { note: string }): Promise<void> {
  const { document, by } = await organisationToDecide(ctx, input.organisationId, whyNotRequestChanges);
  const { note } = input;
  await decideOnOrganisation(ctx, document, input, {
    name: 'changes_requested',
    note,
    set: { review: { state: 'changes_requested', since: ctx.now, note } },
    event: emit('organisation.changes_requested', { organisationId: document._id, by, note, from: document.state }),
  });
}
