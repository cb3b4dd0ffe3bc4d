/** An upload as pages and documents know it: which kinds there are, how large it may be, and the words for its size. */

export const FILE_KINDS = ['pdf', 'png', 'jpeg', 'webp', 'docx', 'odt', 'text'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

/** What the owner of a file keeps of it. */
export interface FileRef {
  id: string;
  name: string;
  kind: FileKind;
  bytes: number;
}

export const MAX_FILE_BYTES = 10_000_000;

/** For the chooser of a browser: it helps people, and decides nothing. */
export const ACCEPTED_FILES = '.pdf,.png,.jpg,.jpeg,.webp,.docx,.odt,.txt,.md,.csv';

/** "PDF, 1.2 MB" in the reader's language; decimal units. */
export function fileSize(bytes: number, tag: string): string {
  const [value, unit] =
    bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: 1 }).format(
    value,
  );
}
