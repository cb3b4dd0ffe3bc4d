/** The name a file is shown and downloaded under: the person's own, made harmless, with the ending of what it holds. Pure. */
import type { FileKind } from '$lib/shared/file-ref';

const ENDINGS: Readonly<Record<FileKind, readonly string[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  webp: ['webp'],
  docx: ['docx'],
  odt: ['odt'],
  text: ['txt', 'md', 'csv', 'text'],
};

const MAX_NAME = 100;

/** `../../x` becomes `x.pdf`; control and direction characters, with which a name can lie about its ending, are gone. */
export function harmlessName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[<>:"|?*]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  const endings = ENDINGS[kind];
  const dot = clean.lastIndexOf('.');
  const known = dot > 0 && endings.includes(clean.slice(dot + 1).toLowerCase());
  const stem = (known ? clean.slice(0, dot) : clean).slice(0, MAX_NAME).trim() || 'file';
  return `${stem}.${known ? clean.slice(dot + 1).toLowerCase() : (endings[0] ?? kind)}`;
}
