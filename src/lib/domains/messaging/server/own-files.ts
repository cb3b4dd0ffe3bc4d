/** The files of messages: read by whoever reads the thread, each time by the same question. */
import { registerFileOwner } from '$lib/server/files/file-owners';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { threadParties } from '$lib/domains/engagements/server/queries/thread-parties';
import { SUBJECT_KINDS, type SubjectKind } from '../thread';
import { Threads, type ThreadDocument } from './thread.model';

/** `thread-engagement:ID` */
export const fileSubject = ({ kind, subjectId }: { kind: SubjectKind; subjectId: string }) =>
  `thread-${kind}:${subjectId}`;

export function registerMessageFiles(): void {
  for (const kind of SUBJECT_KINDS) {
    registerFileOwner(`thread-${kind}`, {
      async requireReader(ctx, subjectId) {
        const { closed } = await threadParties(ctx, kind, subjectId, 'read');
        if (closed) throw new AppError('not_found', 'error_not_found');
      },
      mentioned,
    });
  }
}

async function mentioned(fileIds: readonly string[]): Promise<Set<string>> {
  const threads = await Threads.find({ 'messages.file.id': op({ $in: [...fileIds] }) }, { messages: 1 }).lean<
    Pick<ThreadDocument, 'messages'>[]
  >();
  return new Set(threads.flatMap(({ messages }) => messages.flatMap(({ file }) => (file ? [file.id] : []))));
}
