/** The files of engagements: both sides read them, each time by the same question as the engagement itself. */
import { registerFileOwner } from '$lib/server/files/file-owners';
import { op } from '$lib/server/mongo';
import { findEngagement, partyOf } from '../access';
import { Engagements, type EngagementDocument } from '../engagement.model';

export function registerEngagementFiles(): void {
  registerFileOwner('engagement', {
    async requireReader(ctx, engagementId) {
      await partyOf(ctx, await findEngagement(engagementId));
    },
    async mentioned(fileIds) {
      const found = await Engagements.find(
        { 'deliverables.versions.file.id': op({ $in: [...fileIds] }) },
        { deliverables: 1 },
      ).lean<Pick<EngagementDocument, 'deliverables'>[]>();
      return new Set(
        found.flatMap(({ deliverables }) =>
          deliverables.flatMap(({ versions }) => versions.flatMap(({ file }) => (file ? [file.id] : []))),
        ),
      );
    },
  });
}
