/** A volunteer who must stop writes down how things stand, and asks the NGO to let her go; she may improve it meanwhile. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { withFile, type Upload } from '$lib/server/files/files';
import { takeFromLimit } from '$lib/server/rate-limit';
import type { FileRef } from '$lib/shared/file-ref';
import { whyNotStep } from '../../../engagement/engagement';
import { MAX_HANDOVER_FILES, type Handover } from '../../../handover/handover';
import { findEngagement, requireParty } from '../../access';
import { changeEngagement, refuse, type Change } from '../../change-engagement';
import type { EngagementDocument } from '../../engagement.model';

export interface ProposeHandover {
  engagementId: string;
  done: string;
  where: string;
  next: string;
  /** Each time one more, five in all. */
  file?: Upload | null;
}

const FORM_KEYS = 20;

/** The work goes on as it is until the NGO accepts. */
export async function proposeHandover(ctx: Context, input: ProposeHandover, formKey?: string): Promise<void> {
  const { engagementId, file: upload } = input;
  const seen = await findEngagement(engagementId);
  await requireParty(ctx, seen, 'volunteer');
  // Asked before the file is kept: what would be refused anyway costs no room.
  if (changeOf(ctx, seen, input, null, formKey) === null) return;
  if (upload) {
    refuse(filesOf(seen).length < MAX_HANDOVER_FILES ? null : 'handover_refusal_files', 'file');
    await takeFromLimit('uploadByAccount', seen.personId);
  }
  const owner = { subject: `handover:${engagementId}`, quotaKey: seen.organisationId, personId: seen.personId };
  await withFile(upload, owner, async (file) => {
    let used = false;
    await changeEngagement(ctx, engagementId, 'volunteer', (engagement) => {
      const change = changeOf(ctx, engagement, input, file, formKey);
      used = change !== null;
      return change;
    });
    return used;
  });
}

const filesOf = ({ handover }: EngagementDocument): FileRef[] =>
  handover?.state === 'proposed' || handover?.state === 'refused' ? handover.files : [];

/** Null when this form has been taken already. */
function changeOf(
  ctx: Context,
  engagement: EngagementDocument,
  { done, where, next }: ProposeHandover,
  file: FileRef | null,
  formKey: string | undefined,
): Change | null {
  const { _id, state, handover } = engagement;
  if (formKey && handover?.formKeys.includes(formKey)) return null;
  refuse(whyNotStep(state, 'hand_over'));
  const files = [...filesOf(engagement), ...(file ? [file] : [])];
  refuse(files.length <= MAX_HANDOVER_FILES ? null : 'handover_refusal_files', 'file');
  const known = handover?.state === 'proposed' ? handover : null;
  const formKeys = [...(handover?.formKeys ?? []), ...(formKey ? [formKey] : [])].slice(-FORM_KEYS);
  const proposed: Handover = {
    ...{ state: 'proposed', done, where, next, files, formKeys },
    ...{ proposedAt: known?.proposedAt ?? ctx.now, answeredAt: null, answer: '', until: null },
  };
  if (known) return { set: { handover: proposed } };
  return {
    set: { handover: proposed },
    entries: [{ what: 'handover_proposed' }],
    events: [emit('handover.proposed', { engagementId: _id })],
  };
}
