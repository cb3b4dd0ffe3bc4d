/** The words of a PDF as a reader sees them, line by line: inflates its streams and reads its fonts' own tables of characters. */
import { inflateSync } from 'node:zlib';

interface Part {
  head: string;
  stream: string | null;
}

/** Lines of all pages in reading order of the file; pieces on one line are joined by a tab. */
export function pdfLines(file: Buffer): string[] {
  const parts = partsOf(file);
  const pages = [...parts.values()].filter(({ head }) => /\/Type \/Page\b/.test(head));
  return pages.flatMap(({ head }) => {
    const fonts = fontsOf(parts, refOf(head, 'Resources') ?? head);
    const content = parts.get(refOf(head, 'Contents') ?? '')?.stream ?? '';
    return linesOf(content, fonts);
  });
}

export const pdfText = (file: Buffer): string => pdfLines(file).join('\n');

function partsOf(file: Buffer): Map<string, Part> {
  const text = file.toString('latin1');
  const parts = new Map<string, Part>();
  for (const { 1: number = '', 2: body = '' } of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([^]*?)\nendobj/g)) {
    const at = body.indexOf('stream\n');
    const head = at === -1 ? body : body.slice(0, at);
    parts.set(number, { head, stream: at === -1 ? null : streamOf(head, body.slice(at + 'stream\n'.length)) });
  }
  return parts;
}

function streamOf(head: string, body: string): string {
  const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
  const bytes = Buffer.from(body.slice(0, length), 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const refOf = (head: string, name: string): string | undefined => new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1];

type Characters = ReadonlyMap<number, string>;

function fontsOf(parts: ReadonlyMap<string, Part>, from: string): Map<string, Characters> {
  const resources = parts.get(from)?.head ?? from;
  const listed = /\/Font <<([^]*?)>>/.exec(resources)?.[1] ?? '';
  return new Map(
    [...listed.matchAll(/\/(\w+) (\d+) 0 R/g)].map(({ 1: name = '', 2: number = '' }) => {
      const table = refOf(parts.get(number)?.head ?? '', 'ToUnicode');
      return [name, charactersOf(parts.get(table ?? '')?.stream ?? '')];
    }),
  );
}

/** Ranges of a CMap: `<0000> <00ff> [<0041> <0042> …]`. */
function charactersOf(table: string): Characters {
  const found = new Map<number, string>();
  for (const { 1: from = '', 2: list = '' } of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const start = Number.parseInt(from, 16);
    [...list.matchAll(/<([0-9a-f ]+)>/gi)].forEach(({ 1: code = '' }, index) => {
      found.set(start + index, Buffer.from(code.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'));
    });
  }
  return found;
}

/** What is written at one height of a page is one line. */
function linesOf(content: string, fonts: ReadonlyMap<string, Characters>): string[] {
  const lines: { y: number; pieces: string[] }[] = [];
  let font: Characters = new Map();
  let y = 0;
  for (const { groups = {} } of content.matchAll(
    /(?<matrix>[\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ (?<y>[\d.-]+)) Tm|\/(?<font>\w+) [\d.]+ Tf|\[(?<shown>[^\]]*)\] TJ/g,
  )) {
    if (groups['y']) y = Number(groups['y']);
    else if (groups['font']) font = fonts.get(groups['font']) ?? new Map();
    else {
      const piece = [...(groups['shown'] ?? '').matchAll(/<([0-9a-f]+)>/gi)]
        .flatMap(({ 1: codes = '' }) => codes.match(/.{4}/g) ?? [])
        .map((code) => font.get(Number.parseInt(code, 16)) ?? '')
        .join('');
      const last = lines.at(-1);
      if (last && last.y === y) last.pieces.push(piece);
      else lines.push({ y, pieces: [piece] });
    }
  }
  return lines.map(({ pieces }) => pieces.join('\t').trim());
}
