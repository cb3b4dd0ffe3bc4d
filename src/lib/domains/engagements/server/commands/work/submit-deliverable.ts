/** The volunteer hands in a version of a deliverable: a file, a link or the text itself, with a note. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { withFile, type Upload } from '$lib/server/files/files';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import type { FileRef } from '$lib/shared/file-ref';
import { MAX_VERSIONS, maySubmit, stateAfterDelivery, type WorkDeliverable } from '../../../delivery/delivery';
import { whyNotStep } from '../../../engagement/engagement';
import { findEngagement, requireParty } from '../../access';
import { changeEngagement, refuse, type Change } from '../../change-engagement';
import type { EngagementDocument } from '../../engagement.model';

export interface SubmitDeliverable {
  engagementId: string;
  deliverableId: string;
  note: string;
  link: string | null;
  text: string;
  file?: Upload | null;
}

/** @throws AppError invalid at `link` when nothing is handed in, at `file` for a file that cannot be kept */
export async function submitDeliverable(ctx: Context, input: SubmitDeliverable, formKey?: string): Promise<void> {
  const { engagementId, file: upload } = input;
  const seen = await findEngagement(engagementId);
  await requireParty(ctx, seen, 'volunteer');
  if (!upload && input.link === null && input.text === '')
    throw new AppError('invalid', 'delivery_error_empty', { field: 'link' });
  // Asked before the file is kept: what would be refused anyway costs no room.
  if (openFor(seen, input, formKey) === null) return;
  if (upload) await takeFromLimit('uploadByAccount', seen.personId);
  const owner = {
    subject: `engagement:${engagementId}`,
    quotaKey: seen.organisationId,
    personId: ctx.actor?.personId ?? seen.personId,
  };
  await withFile(upload, owner, async (file) => {
    let used = false;
    await changeEngagement(ctx, engagementId, 'volunteer', (engagement) => {
      const known = openFor(engagement, input, formKey);
      used = known !== null;
      return known && handIn(ctx, engagement, known, { ...input, file, formKey: formKey ?? null });
    });
    return used;
  });
}

/** The deliverable, ready for another version; null when this form has handed it in already. */
function openFor(
  { state, deliverables }: EngagementDocument,
  { deliverableId }: SubmitDeliverable,
  formKey: string | undefined,
): WorkDeliverable | null {
  const known = deliverables.find(({ id }) => id === deliverableId);
  if (!known && deliverables.length > 0) throw new AppError('not_found', 'error_not_found');
  if (formKey && known?.versions.some((version) => version.formKey === formKey)) return null;
  refuse(whyNotStep(state, 'submit'));
  if (!known) throw new AppError('not_found', 'error_not_found');
  refuse(maySubmit(known.state) ? null : 'delivery_refusal_accepted');
  refuse(known.versions.length < MAX_VERSIONS ? null : 'delivery_refusal_versions');
  return known;
}

function handIn(
  ctx: Context,
  { _id, deliverables }: EngagementDocument,
  known: WorkDeliverable,
  given: { note: string; link: string | null; text: string; file: FileRef | null; formKey: string | null },
): Change {
  const { note, link, text, file, formKey } = given;
  const number = known.versions.length + 1;
  const version = { number, note, link, text, file, at: ctx.now, formKey, sentBack: '' };
  const next = deliverables.map((each) =>
    each === known ? { ...known, state: 'submitted' as const, versions: [...known.versions, version] } : each,
  );
  return {
    set: { deliverables: next, state: stateAfterDelivery(next) },
    entries: [{ what: 'submitted', note: known.title }],
    events: [emit('engagement.delivered', { engagementId: _id, deliverableId: known.id })],
  };
}
