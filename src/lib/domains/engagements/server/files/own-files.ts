/**
 * The files of engagements: both sides read them, each time by the same question as the engagement itself; those of a
 * handover also whoever took over.
 */
import { registerFileOwner } from '$lib/server/files/file-owners';
import { op } from '$lib/server/mongo';
import { requireActor } from '$lib/server/context';
import { findEngagement, partyOf } from '../access';
import { isSuccessor } from '../handover/earlier-notes';
import { Engagements, type EngagementDocument } from '../engagement.model';

export function registerEngagementFiles(): void {
  registerFileOwner('engagement', {
    async requireReader(ctx, engagementId) {
      await partyOf(ctx, await findEngagement(engagementId));
    },
    mentioned: (fileIds) =>
      mentionedAt('deliverables.versions.file.id', fileIds, ({ deliverables }) =>
        deliverables.flatMap(({ versions }) => versions.flatMap(({ file }) => (file ? [file.id] : []))),
      ),
  });
  registerFileOwner('handover', {
    async requireReader(ctx, engagementId) {
      const engagement = await findEngagement(engagementId);
      if (ctx.actor && (await isSuccessor(requireActor(ctx).personId, engagement))) return;
      await partyOf(ctx, engagement);
    },
    mentioned: (fileIds) =>
      mentionedAt('handover.files.id', fileIds, ({ handover }) => (handover?.files ?? []).map(({ id }) => id)),
  });
}

async function mentionedAt(
  path: string,
  fileIds: readonly string[],
  idsIn: (found: Pick<EngagementDocument, 'deliverables' | 'handover'>) => string[],
): Promise<Set<string>> {
  const found = await Engagements.find({ [path]: op({ $in: [...fileIds] }) }, { deliverables: 1, handover: 1 }).lean<
    Pick<EngagementDocument, 'deliverables' | 'handover'>[]
  >();
  return new Set(found.flatMap(idsIn));
}
