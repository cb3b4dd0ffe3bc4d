/** The collection `threads`: one document for each application or engagement that was written about. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { fileRefSchema } from '$lib/server/files/files';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { SUBJECT_KINDS, type Thread } from '../thread';

export interface ThreadDocument extends Thread, WithOutbox {}

const id = { type: String, required: true };
const when = { type: Date, required: true };

const schema = documentSchema<ThreadDocument>({
  kind: { type: String, enum: SUBJECT_KINDS, required: true },
  subjectId: id,
  organisationId: id,
  personId: id,
  messages: {
    type: [
      partSchema({
        id,
        side: id,
        personId: id,
        text: { type: String, default: '' },
        file: { type: fileRefSchema, default: null },
        ask: {
          type: partSchema({
            day: id,
            doneAt: { type: Date, default: null },
            doneBy: { type: String, default: null },
            reminded: { type: [String], default: [] },
          }),
          default: null,
        },
        answers: { type: [String], default: [] },
        at: when,
        formKey: { type: String, default: null },
      }),
    ],
    default: [],
  },
  readAt: { type: [partSchema({ personId: id, at: when })], default: [] },
  lastAt: when,
  ...outboxField,
});

// Unread counts of the volunteer; erasure of her messages.
schema.index({ personId: 1, lastAt: -1 });
// Unread counts of an NGO's members.
schema.index({ organisationId: 1, lastAt: -1 });
// Erasure and export of what a member of an NGO wrote.
schema.index({ 'messages.personId': 1 });
// The sweep of uploads: which files are mentioned.
schema.index({ 'messages.file.id': 1 }, { sparse: true });
// Reminders of answers that were asked for by a day; the dates of one's work.
schema.index({ 'messages.ask.day': 1 }, { sparse: true });
indexOutbox(schema);

export const Threads = defineModel<ThreadDocument>('Thread', schema, 'threads');
registerOutbox(Threads);
