/** Members change what their organisation says of itself; of two who edit at once, the second sees both versions. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit, type StoredEvent } from '$lib/server/events';
import { entry, type TimelineEntry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { changedFields, identityChanges, isSentByEdit } from '../../organisation';
import type { EditOrganisation } from '../../organisation.input';
import { derivedFrom, writeOrganisation } from '../organisation-store';
import { toTexts } from '../organisation.presenter';
import { requireMembership } from '../queries/require-member';
import '../organisation-events';

/** @throws AppError conflict when somebody else saved since `version` */
export async function editOrganisation(ctx: Context, input: EditOrganisation): Promise<{ changed: boolean }> {
  if (!ctx.system) requireConfirmed(ctx);
  const { organisationId, version, language, ...given } = input;
  const { document } = await requireMembership(ctx, { _id: organisationId }, 'editor');
  if (document.version !== version) throw new AppError('conflict', 'organisation_refusal_edited_meanwhile');

  const before = toTexts(document);
  const after = { ...given, language: language ?? before.language };
  const fields = changedFields(before, after);
  const corrected = isSentByEdit(document);
  const again = document.review.state === 'changes_requested';
  if (fields.length === 0) return { changed: false };

  const identity = document.state === 'verified' ? identityChanges(before, after) : [];
  const outbox: StoredEvent[] = [emit('organisation.changed', { organisationId, fields })];
  const timeline: TimelineEntry[] = [entry(ctx, 'changed')];
  if (corrected) {
    outbox.push(emit('organisation.resubmitted', { organisationId }));
    timeline.push(entry(ctx, 'resubmitted'));
  }
  if (identity.length > 0) outbox.push(emit('organisation.flagged', { organisationId, kind: 'identity_changed' }));
  const flag = { kind: 'identity_changed' as const, at: ctx.now, detail: identity.join('\n') };
  const expected = { version, state: document.state, 'review.state': document.review.state };
  try {
    await writeOrganisation(organisationId, expected, {
      $set: {
        ...after,
        ...derivedFrom(after),
        ...(corrected ? { 'review.state': 'waiting', 'review.since': ctx.now } : {}),
      },
      $inc: { version: 1, ...(corrected && again ? { round: 1 } : {}) },
      $push: {
        outbox: { $each: outbox },
        timeline: { $each: timeline },
        ...(identity.length > 0 ? { flags: flag } : {}),
      },
    });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
    throw new AppError('conflict', 'organisation_refusal_edited_meanwhile');
  }
  return { changed: true };
}
