/** The collection `files`: what is known of each upload; the bytes lie in the store under its key. */
import { FILE_KINDS, type FileKind } from '$lib/shared/file-ref';
import { defineModel, documentSchema } from '../mongo';

export interface FileDocument {
  _id: string;
  /** Under which the bytes lie. */
  key: string;
  /** What it belongs to and whose access decides, `engagement:ID`. */
  subject: string;
  /** Whose allowance it counts against. */
  quotaKey: string;
  /** Who brought it; null once she has left. */
  personId: string | null;
  name: string;
  kind: FileKind;
  bytes: number;
  /** SHA-256 of the bytes as they are kept, in hex. */
  hash: string;
  createdAt: Date;
}

const id = { type: String, required: true };

const schema = documentSchema<FileDocument>({
  key: id,
  subject: id,
  quotaKey: id,
  personId: { type: String, default: null },
  name: id,
  kind: { type: String, enum: FILE_KINDS, required: true },
  bytes: { type: Number, required: true },
  hash: id,
  createdAt: { type: Date, required: true },
});

// The sweep: whether bytes still belong to something.
schema.index({ key: 1 }, { unique: true });
// The sum of an organisation's files.
schema.index({ quotaKey: 1 });
// What belongs to an engagement, to delete it together.
schema.index({ subject: 1 });
// Erasure and export.
schema.index({ personId: 1 });
// The sweep: what was brought lately and may have been dropped.
schema.index({ createdAt: 1 });

export const Files = defineModel<FileDocument>('File', schema, 'files');
