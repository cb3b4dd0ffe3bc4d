/** Keeping, reading and deleting uploads. Domains decide who may do so; whoever calls has asked. */
import { createHash, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { AppError } from '$lib/shared/app-error';
import { FILE_KINDS, MAX_FILE_BYTES, type FileRef } from '$lib/shared/file-ref';
import { newId } from '$lib/shared/ids';
import { now } from '../clock';
import { env } from '../env';
import { examine } from './content/file-kind';
import { harmlessName } from './content/file-name';
import { partSchema } from '../mongo';
import { diskStore } from './disk-store';
import { Files, type FileDocument } from './file.model';
import type { FileStore } from './file-store';

/** Of all files of one organisation. */
export const QUOTA_BYTES = 500_000_000;

/** What a form brought, as it was posted. */
export interface Upload {
  name: string;
  bytes: Uint8Array;
}

export interface FileOwner {
  subject: string;
  quotaKey: string;
  personId: string;
  /** The form field that errors belong to. */
  field?: string;
}

let store: FileStore | undefined;

export function fileStore(): FileStore {
  store ??= diskStore(join(env().DATA_DIR, 'files'));
  return store;
}

/** For another store than the folder, and for tests. */
export function setFileStore(next: FileStore | undefined): void {
  store = next;
}

/**
 * The bytes first, then what is known of them: a crash in between leaves bytes that the sweep removes. Put the answer into
 * its owner next; what no owner mentions is removed after a day.
 * @throws AppError invalid at the field: too large, of no kind we keep, broken; refused when the allowance is used up
 */
export async function keepFile(upload: Upload, owner: FileOwner): Promise<FileRef> {
  const field = owner.field ?? 'file';
  if (upload.bytes.length > MAX_FILE_BYTES) throw new AppError('invalid', 'file_refusal_large', { field });
  const found = examine(upload.bytes);
  if (found.refusal !== null) throw new AppError('invalid', found.refusal, { field });
  const { subject, quotaKey, personId } = owner;
  const file: FileDocument = {
    _id: newId(),
    key: randomBytes(16).toString('hex'),
    subject,
    quotaKey,
    personId,
    name: harmlessName(upload.name, found.kind),
    kind: found.kind,
    bytes: found.bytes.length,
    hash: createHash('sha256').update(found.bytes).digest('hex'),
    createdAt: now(),
  };
  await fileStore().put(file.key, found.bytes);
  await Files.create(file);
  // Counted with this one in it: of two that arrive at once neither can pass the allowance unseen.
  if ((await usedBytes(quotaKey)) > QUOTA_BYTES) {
    await deleteFile(file._id);
    throw new AppError('refused', 'file_refusal_quota', { field });
  }
  return { id: file._id, name: file.name, kind: file.kind, bytes: file.bytes };
}

export async function usedBytes(quotaKey: string): Promise<number> {
  const [sum] = await Files.aggregate<{ bytes: number }>([
    { $match: { quotaKey } },
    { $group: { _id: null, bytes: { $sum: '$bytes' } } },
  ]);
  return sum?.bytes ?? 0;
}

/** What is known of it first, then the bytes: nobody can ask for what is half gone. */
export async function deleteFile(id: string): Promise<void> {
  const file = await Files.findById(id).lean<FileDocument>();
  if (!file) return;
  await Files.deleteOne({ _id: id });
  await fileStore().delete(file.key);
}

/** Whoever brought files has left: they stay their owner's, without her. Safe to repeat. */
export async function forgetUploader(personId: string): Promise<void> {
  await Files.updateMany({ personId }, { $set: { personId: null } });
}

/** Null when it is gone. */
export async function findFile(id: string): Promise<FileDocument | null> {
  return Files.findById(id).lean<FileDocument>();
}

export function openFile(file: Pick<FileDocument, 'key'>): Promise<Readable | null> {
  return fileStore().get(file.key);
}

/**
 * Keeps a file while `use` puts it into its owner; `use` says whether it did. When it did not (the same form came twice)
 * or refused, the file is removed again.
 */
export async function withFile(
  upload: Upload | null | undefined,
  owner: FileOwner,
  use: (file: FileRef | null) => Promise<boolean>,
): Promise<void> {
  const file = upload ? await keepFile(upload, owner) : null;
  let used = false;
  try {
    used = await use(file);
  } finally {
    if (file && !used) await deleteFile(file.id);
  }
}

/** For a schema: what the owner of a file keeps of it. */
export const fileRefSchema = partSchema({
  id: { type: String, required: true },
  name: { type: String, required: true },
  kind: { type: String, enum: FILE_KINDS, required: true },
  bytes: { type: Number, required: true },
});
