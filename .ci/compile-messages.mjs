/**
 * `npm run messages`: compiles the sentences beside the folder they belong in and then puts in place what differs, file by
 * file, so that whoever reads it meanwhile never finds it half there. Does nothing where nothing has changed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withFrenchSpaces } from './french-spaces.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const project = join(root, 'src/messages/project.inlang');
const folder = join(root, 'src/lib/paraglide');
const caches = join(root, 'node_modules/.cache');
const stamp = join(folder, '.compiled-from');
const SOURCES = [
  'src/messages/en.json',
  'src/messages/fr.json',
  'src/messages/nl.json',
  'src/messages/project.inlang/settings.json',
  'node_modules/@inlang/paraglide-js/package.json',
  '.ci/compile-messages.mjs',
  '.ci/french-spaces.mjs',
];

/** @param {string} path */
const read = (path) => (existsSync(path) ? readFileSync(path) : null);

function fingerprint() {
  const hash = createHash('sha256');
  for (const source of SOURCES) hash.update(read(join(root, source)) ?? '');
  return hash.digest('hex');
}

/** @param {string} from */
function putInPlace(from) {
  const made = readdirSync(from, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(from.length + 1));
  // What others import comes last, when all that it leads to is there.
  const isIndex = (/** @type {string} */ file) => (file.endsWith('_index.js') ? 1 : 0);
  for (const file of made.sort((a, b) => isIndex(a) - isIndex(b))) {
    const [source, target] = [join(from, file), join(folder, file)];
    if (read(target)?.equals(readFileSync(source))) continue;
    mkdirSync(dirname(target), { recursive: true });
    renameSync(source, target);
  }
  const wanted = new Set(made.map((file) => join(folder, file)));
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && path !== stamp && !wanted.has(path)) rmSync(path, { force: true });
  }
}

const before = fingerprint();
if (read(stamp)?.toString() !== before) {
  mkdirSync(caches, { recursive: true });
  const made = mkdtempSync(join(caches, 'messages-'));
  const cli = join(root, 'node_modules/@inlang/paraglide-js/bin/run.js');
  const args = ['compile', '--silent', '--project', project, '--outdir', made];
  const { status } = spawnSync(process.execPath, [cli, ...args, '--strategy', 'globalVariable', 'baseLocale'], {
    stdio: 'inherit',
  });
  if (status === 0) {
    const compiled = join(made, 'messages');
    for (const file of readdirSync(compiled)) {
      const path = join(compiled, file);
      writeFileSync(path, withFrenchSpaces(readFileSync(path, 'utf8')));
    }
    mkdirSync(folder, { recursive: true });
    putInPlace(made);
    writeFileSync(stamp, before);
  }
  rmSync(made, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
