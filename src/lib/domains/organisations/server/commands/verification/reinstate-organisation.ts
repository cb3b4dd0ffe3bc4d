/** A moderator ends a suspension: the organisation stands as it stood before, verified or waiting for its check. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { whyNotReinstate } from '../../../verification';
import {
  decideOnOrganisation,
  organisationToDecide,
  stateBeforeSuspension,
  type Decision,
} from '../../decide-on-organisation';
import '../../organisation-events';

export async function reinstateOrganisation(ctx: Context, input: Decision & { note?: string | null }): Promise<void> {
  const { document, by } = await organisationToDecide(ctx, input.organisationId, whyNotReinstate);
  const note = input.note ?? null;
  const to = stateBeforeSuspension(document);
  await decideOnOrganisation(ctx, document, input, {
    name: 'reinstated',
    note,
    set: {
      state: to,
      suspension: null,
      ...(to === 'pending' ? { review: { state: 'waiting', since: ctx.now, note: null } } : {}),
    },
    event: emit('organisation.reinstated', { organisationId: document._id, by, note, from: document.state, to }),
  });
}
