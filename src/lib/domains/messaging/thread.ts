/** A thread: what the two sides of an application or an engagement write to each other. Pure. */
import { z } from 'zod';
import type { FileRef } from '$lib/shared/file-ref';
import { nullableDay, text } from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';
import { MAX_ANSWERS, type Ask } from './ask';

export const SUBJECT_KINDS = ['application', 'engagement'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export const MESSAGE_MAX = 5000;
/** Messages that one thread may hold. */
export const MAX_MESSAGES = 2000;

export interface Message {
  id: string;
  /** Which side wrote it: the volunteer, or an editor of the NGO. */
  side: 'volunteer' | 'ngo';
  personId: string;
  text: string;
  /** Absent in messages from before files could be sent. */
  file?: FileRef | null;
  /** An answer is asked for by a day; absent or null in messages that ask nothing. */
  ask?: Ask | null;
  /** Ids of the questions it answers. */
  answers?: string[];
  at: Date;
  formKey: string | null;
}

export interface Thread {
  /** `application:ID` or `engagement:ID`. */
  _id: string;
  kind: SubjectKind;
  subjectId: string;
  organisationId: string;
  /** The volunteer. */
  personId: string;
  messages: Message[];
  /** When each person last looked at it. */
  readAt: { personId: string; at: Date }[];
  lastAt: Date;
}

export const threadId = (kind: SubjectKind, subjectId: string): string => `${kind}:${subjectId}`;

/** Messages of the other side since she last looked; what her own side wrote is never new to her. */
export function unreadFor(
  thread: Pick<Thread, 'messages' | 'readAt'>,
  reader: { personId: string; side: Message['side'] },
): number {
  const seen = thread.readAt.find(({ personId }) => personId === reader.personId)?.at;
  return thread.messages.filter(({ side, at }) => side !== reader.side && (!seen || at > seen)).length;
}

const messageId = z.string().regex(ID_PATTERN);

export const messageForm = z.strictObject({
  text: text(MESSAGE_MAX),
  answerBy: nullableDay().transform((value) => value && value.toISOString().slice(0, 10)),
  answers: z
    .array(messageId.or(z.literal('')))
    .max(MAX_ANSWERS + 1)
    .default([])
    .transform((ids) => ids.filter(Boolean)),
});
export const closeAskForm = z.strictObject({ message: messageId });
