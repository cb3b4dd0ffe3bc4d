/**
 * Runs before `npm start`, also in a fresh clone without node_modules: installs, builds, and skips what is already done.
 * Uses nothing but Node, since nothing else may be there yet.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Causeway needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(1);
}

/** @param {string} title @param {string[]} args */
function npm(title, args) {
  const started = Date.now();
  console.log(`${title} …`);
  execFileSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  console.log(`${title}: done in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** @param {string} file */
const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** @param {string} folder @returns {string[]} */
function filesOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'paraglide' ? [] : filesOf(path);
    return [path];
  });
}

/** One fingerprint of everything the build reads, so that a second start builds nothing. */
function fingerprint() {
  const hash = createHash('sha256');
  const single = ['package-lock.json', 'svelte.config.js', 'vite.config.ts', 'tsconfig.json', 'rolldown.config.mjs'];
  const files = [
    ...single.map((file) => `${root}${file}`),
    ...['src', 'static', 'seed'].flatMap((folder) => filesOf(`${root}${folder}`)),
  ];
  for (const file of files.sort()) hash.update(file.slice(root.length)).update(readFileSync(file));
  return hash.digest('hex');
}

if (modified(`${root}node_modules/.package-lock.json`) < modified(`${root}package-lock.json`)) {
  npm('Installing packages (half a minute or so)', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
}
const stamp = `${root}build/fingerprint`;
const wanted = fingerprint();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== wanted || !existsSync(`${root}build/app/index.js`)) {
  npm('Building the application (about 20 seconds)', ['run', '--silent', 'build']);
  writeFileSync(stamp, wanted);
}
