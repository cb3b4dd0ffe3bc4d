/** The two cuts of Source Sans 3 that documents are set in: Latin, Greek and Cyrillic. Read once, when first needed. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface PdfFonts {
  regular: Buffer;
  strong: Buffer;
}

let fonts: PdfFonts | undefined;

/** `static/fonts` lies above this module in the sources and above the bundles of `build`; the build has a copy in `client`. */
function folderOfFonts(): string {
  for (const start of [dirname(fileURLToPath(import.meta.url)), process.cwd()]) {
    for (let folder = start; ; folder = dirname(folder)) {
      for (const place of ['static/fonts', 'client/fonts', 'build/app/client/fonts']) {
        if (existsSync(join(folder, place, 'source-sans-3-regular.ttf'))) return join(folder, place);
      }
      if (dirname(folder) === folder) break;
    }
  }
  throw new Error('static/fonts/source-sans-3-regular.ttf is missing: keep static or build/app beside the programs');
}

export function pdfFonts(): PdfFonts {
  if (fonts) return fonts;
  const folder = folderOfFonts();
  fonts = {
    regular: readFileSync(join(folder, 'source-sans-3-regular.ttf')),
    strong: readFileSync(join(folder, 'source-sans-3-semibold.ttf')),
  };
  return fonts;
}
