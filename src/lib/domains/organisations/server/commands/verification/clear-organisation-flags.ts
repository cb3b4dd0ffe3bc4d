/** A moderator has looked again at an organisation that was flagged after its check: it leaves the queue. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { decideOnOrganisation, organisationToDecide, type Decision } from '../../decide-on-organisation';
import '../../organisation-events';

export async function clearOrganisationFlags(ctx: Context, input: Decision & { note?: string | null }): Promise<void> {
  const { document, by } = await organisationToDecide(ctx, input.organisationId, () => null);
  if (document.flags.length === 0) throw new AppError('conflict', 'error_conflict');
  const note = input.note ?? null;
  const detail = document.flags.map((flag) => flag.detail || flag.kind).join('\n');
  await decideOnOrganisation(ctx, document, input, {
    name: 'checked_again',
    note: null,
    set: { flags: [] },
    event: emit('organisation.flags_cleared', { organisationId: document._id, by, note, detail }),
  });
}
