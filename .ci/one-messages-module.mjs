/**
 * Vite plugin for tests and the development server: the compiled messages as one module. As three thousand small ones they
 * cost each test file, and each page opened for the first time, seconds. The build leaves out what a page does not use.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const MESSAGES = /\/src\/lib\/paraglide\/messages\/\w+\.js$/;
const INDEX = /\/src\/lib\/paraglide\/messages\/_index\.js$/;
const IMPORTS = [
  "import { getLocale, experimentalStaticLocale } from '../runtime.js';",
  "import * as registry from '../registry.js';",
];
/** The compiler writes all its files anew: one reload when it has done so, and not three thousand. */
const QUIET_MS = 1000;

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
      const bodies = modules.map((file) =>
        readFileSync(join(folder, file), 'utf8')
          .replaceAll(/^import .*$/gm, '')
          .replaceAll(/\/\*\*?[^]*?\*\//g, ''),
      );
      return { code: [...IMPORTS, ...bodies].join('\n'), map: null };
    },
    configureServer(server) {
      /** @type {NodeJS.Timeout | undefined} */
      let timer;
      const reload = async () => {
        for (const environment of Object.values(server.environments))
          for (const [id, module] of environment.moduleGraph.idToModuleMap)
            if (INDEX.test(id)) await environment.reloadModule(module);
      };
      server.watcher.on('all', (_, file) => {
        if (!MESSAGES.test(file.replaceAll('\\', '/'))) return;
        clearTimeout(timer);
        timer = setTimeout(() => void reload(), QUIET_MS);
      });
    },
    // Each of its files by itself is no reason to do anything.
    hotUpdate({ file }) {
      return MESSAGES.test(file) ? [] : undefined;
    },
  };
}
