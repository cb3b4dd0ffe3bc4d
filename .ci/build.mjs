/**
 * `npm run build`: the sentences, the application, the programs of src/cli. Says what it does, and otherwise only what is
 * wrong: the tools' chatter is left out by name, so that a new warning is seen. `node .ci/build.mjs cli` builds the programs.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import config from '../rolldown.config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What is said at every build and means nothing. Modules that hold only types become the empty chunks. */
const CHATTER = [
  /^\s*$/,
  /^Run npm run preview to preview/,
  /^> Using @sveltejs\/adapter-node$/,
  /^\s*✔ done$/,
  /^Generated an empty chunk: "[\w/]*\.js"\.$/,
  // The service worker is a build of its own, which Kit lets speak.
  /^vite v\S+ building client environment for production\.\.\.$/,
  /^(transforming|rendering chunks|computing gzip size)\.\.\.$/,
  /^✓ (\d+ modules transformed|built in \d+m?s)\.?$/,
  /service-worker\.js\s+[\d.]+ kB │ gzip/,
];

/** @param {string} command @param {string[]} args */
function quietly(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    shell: process.platform === 'win32',
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = `${stdout ?? ''}\n${stderr ?? ''}`.split('\n');
  // Colours are asked away, and taken away where a tool insists.
  const plain = lines.map((line) => line.replace(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), ''));
  for (const line of plain.filter((each) => status !== 0 || !CHATTER.some((known) => known.test(each)))) {
    console.error(line);
  }
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

async function buildPrograms() {
  const bundle = await rolldown(config);
  await bundle.write(config.output);
  await bundle.close();
}

/** Kit names the object that starts the browser's side after the build. If `svelte-kit sync` or the development server
 * wrote its own name between the two halves of a build, no page would ever answer to a click. */
function assertOneVersion() {
  const output = `${root}.svelte-kit/output`;
  const { version } = JSON.parse(readFileSync(`${output}/client/_app/version.json`, 'utf8'));
  const server = /version_hash: "(\w+)"/.exec(readFileSync(`${output}/server/chunks/internal.js`, 'utf8'))?.[1];
  const start = readdirSync(`${output}/client/_app/immutable/chunks`).some((file) =>
    readFileSync(`${output}/client/_app/immutable/chunks/${file}`, 'utf8').includes(`__sveltekit_${server}`),
  );
  if (start) return;
  console.error(
    `The pages of version ${version} would not start in the browser: svelte-kit ran beside the build. Build again.`,
  );
  process.exit(1);
}

if (process.argv[2] === 'cli') await buildPrograms();
else {
  const started = Date.now();
  // `npm test` has compiled them, and its other checks read them now.
  if (!process.env.MESSAGES_COMPILED) quietly('npm', ['run', '--silent', 'messages']);
  quietly(process.execPath, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn']);
  assertOneVersion();
  await buildPrograms();
  // `npm start` says it in its own words.
  if (process.env.npm_config_loglevel !== 'silent')
    console.log(`Built in ${Math.round((Date.now() - started) / 1000)} s.`);
}
