/**
 * Vite plugin for tests and the development server: the compiled messages as one module. As three thousand small ones they
 * cost each test file, and each page opened for the first time, seconds. The build leaves out what a page does not use.
 */
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
    apply: 'serve',
    enforce: 'pre',
    load(id) {
      if (!INDEX.test(id)) return null;
      const folder = dirname(id);
      const modules = readdirSync(folder).filter((file) => file.endsWith('.js') && file !== '_index.js');
      const bodies = modules.map((file) => {
        // A text that is changed reloads the page.
        this.addWatchFile(join(folder, file));
        return readFileSync(join(folder, file), 'utf8')
          .replaceAll(/^import .*$/gm, '')
          .replaceAll(/\/\*\*?[^]*?\*\//g, '');
      });
      return { code: [...IMPORTS, ...bodies].join('\n'), map: null };
    },
  };
}
