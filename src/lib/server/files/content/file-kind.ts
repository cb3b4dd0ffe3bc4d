/** What a file is, by what it holds and never by its name, and whether it may be kept. Pure. */
import type { FileKind } from '$lib/shared/file-ref';
import { textAt, u16le } from './byte-reader';
import { bareJpeg, isJpeg, jpegSize } from './jpeg';
import { isReasonable, type PictureSize } from './picture-size';
import { barePng, isPng, pngSize } from './png';
import { bareWebp, isWebp, webpSize } from './webp';
import { isBomb, isZip, zipDirectory } from './zip-directory';

export const MEDIA_TYPES: Readonly<Record<FileKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  text: 'text/plain; charset=utf-8',
};

export type FileRefusal = 'file_refusal_empty' | 'file_refusal_kind' | 'file_refusal_broken' | 'file_refusal_unfolds';
export type Examined = { kind: FileKind; bytes: Uint8Array; refusal: null } | { refusal: FileRefusal };

const no = (refusal: FileRefusal): Examined => ({ refusal });

/** The kind with the bytes to keep (pictures without their metadata), or why the file is refused. */
export function examine(bytes: Uint8Array): Examined {
  if (bytes.length === 0) return no('file_refusal_empty');
  if (isPng(bytes)) return picture('png', pngSize(bytes), () => barePng(bytes));
  if (isJpeg(bytes)) return picture('jpeg', jpegSize(bytes), () => bareJpeg(bytes));
  if (isWebp(bytes)) return picture('webp', webpSize(bytes), () => bareWebp(bytes));
  if (isZip(bytes)) return document(bytes);
  if (textAt(bytes, 0, 5) === '%PDF-') return pdf(bytes);
  return isPlainText(bytes) ? { kind: 'text', bytes, refusal: null } : no('file_refusal_kind');
}

function picture(kind: FileKind, size: PictureSize | null, bare: () => Uint8Array | null): Examined {
  if (size && !isReasonable(size)) return no('file_refusal_unfolds');
  const kept = size && bare();
  return kept ? { kind, bytes: kept, refusal: null } : no('file_refusal_broken');
}

/** The end mark stands within the last kilobyte of a whole file. */
function pdf(bytes: Uint8Array): Examined {
  const whole = textAt(bytes, bytes.length - 1024, 1024).includes('%%EOF');
  return whole ? { kind: 'pdf', bytes, refusal: null } : no('file_refusal_broken');
}

function document(bytes: Uint8Array): Examined {
  const entries = zipDirectory(bytes);
  if (!entries) return no('file_refusal_broken');
  if (isBomb(entries, bytes.length)) return no('file_refusal_unfolds');
  const has = (name: string) => entries.some((entry) => entry.name === name);
  // Documents that carry programs have an ending of their own and are no plain documents.
  if (entries.some(({ name }) => /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i.test(name)))
    return no('file_refusal_kind');
  if (has('[Content_Types].xml') && has('word/document.xml')) return { kind: 'docx', bytes, refusal: null };
  const [mimetype] = entries.filter(({ name }) => name === 'mimetype');
  if (!mimetype || mimetype.method !== 0 || !has('content.xml')) return no('file_refusal_kind');
  const start = mimetype.offset + 30 + u16le(bytes, mimetype.offset + 26) + u16le(bytes, mimetype.offset + 28);
  const said = textAt(bytes, start, mimetype.unpacked).trim();
  return said === MEDIA_TYPES.odt ? { kind: 'odt', bytes, refusal: null } : no('file_refusal_kind');
}

const MARKUP = /^\s*(<!doctype|<\?xml|<!--|<(html|head|body|svg|script|iframe|math|style|link|meta)\b)/i;

/** Valid UTF-8 without control characters, which does not begin as a page or a picture in markup does. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const controls = text.replace(/[\t\n\f\r]/g, '');
    return !/\p{Cc}/u.test(controls) && !MARKUP.test(text) && !/<(script|svg|iframe)\b/i.test(text);
  } catch {
    return false;
  }
}
