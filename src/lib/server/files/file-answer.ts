/** A file as an answer: always a download, never shown as a page of ours, read through its owner's policy each time. */
import { Readable } from 'node:stream';
import { AppError } from '$lib/shared/app-error';
import { ID_PATTERN } from '$lib/shared/ids';
import { requireActor, type Context } from '../context';
import { attachment } from '../http/attachment';
import { MEDIA_TYPES } from './content/file-kind';
import { fileOwner } from './file-owners';
import { findFile, openFile } from './files';

/** @throws AppError not_found for strangers and for what is gone, alike */
export async function fileAnswer(ctx: Context, id: string): Promise<Response> {
  requireActor(ctx);
  const file = ID_PATTERN.test(id) ? await findFile(id) : null;
  const [kind = '', subjectId = ''] = file?.subject.split(':') ?? [];
  const owner = fileOwner(kind);
  if (!file || !owner) throw new AppError('not_found', 'error_not_found');
  await owner.requireReader(ctx, subjectId);
  const stream = await openFile(file);
  if (!stream) throw new AppError('not_found', 'error_not_found');
  return new Response(Readable.toWeb(stream) as ReadableStream<Uint8Array>, {
    headers: {
      'Content-Type': MEDIA_TYPES[file.kind],
      'Content-Length': String(file.bytes),
      'Content-Disposition': attachment(file.name),
      'Content-Security-Policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  });
}
