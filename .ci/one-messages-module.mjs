/** Vite plugin for tests: the compiled messages as one module. As three thousand small ones they cost each test file seconds. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const INDEX = /\/src\/lib\/paraglide\/messages\/_index\.js$/;
const IMPORTS = [
  "import { getLocale, experimentalStaticLocale } from '../runtime.js';",
  "import * as registry from '../registry.js';",
];

/** @returns {import('vite').Plugin} */
export function oneMessagesModule() {
  return {
    name: 'one-messages-module',
    enforce: 'pre',
    load(id) {
      if (!INDEX.test(id)) return null;
      const folder = dirname(id);
      const modules = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== '_index.js');
      const bodies = modules.map((file) =>
        readFileSync(join(folder, file), 'utf8')
          .replaceAll(/^import .*$/gm, '')
          .replaceAll(/\/\*\*?[^]*?\*\//g, ''),
      );
      return { code: [...IMPORTS, ...bodies].join('\n'), map: null };
    },
  };
}
