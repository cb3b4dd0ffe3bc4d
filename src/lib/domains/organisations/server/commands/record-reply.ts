/** Counts one question put to an organisation and how it was answered: called when an application is decided or expires. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { withReply } from '../../responsiveness';
import { readOrganisation } from '../organisation-store';
import { Organisations } from '../organisation.model';

const MAX_TRIES = 20;

export interface RecordReply {
  organisationId: string;
  answered: boolean;
  replyHours: number | null;
  /** Names the cause (the application's id): a repeated event then counts once among the last fifty. */
  key?: string;
}

/** For the platform itself and for the commands of higher domains, after their own policy. */
export async function recordReply(ctx: Context, input: RecordReply): Promise<void> {
  if (!ctx.system && !ctx.actor) throw new AppError('unauthenticated', 'error_sign_in_first');
  const reply = { key: input.key ?? null, answered: input.answered, hours: input.answered ? input.replyHours : null };
  for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
    const { responsiveness: before } = await readOrganisation(input.organisationId);
    const after = withReply(before, reply);
    if (after === before) return;
    // Two replies at once: the one that reads a count which has moved on reads again.
    const written = await Organisations.updateOne(
      { _id: input.organisationId, 'responsiveness.asked': before.asked },
      { $set: { responsiveness: after } },
    );
    if (written.matchedCount > 0) return;
  }
  throw new AppError('conflict', 'error_conflict');
}
