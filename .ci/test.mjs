/**
 * `npm test`: every check there is, two at once where they do not use all of the machine, with one count at the end. Stops at
 * nothing, so that one run tells all.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = `${root}node_modules/.cache/reports`;
let passed = 0;
let failed = 0;

/** Runs a command; what it says is shown as it comes, or kept for `show` where others run beside it.
 * @param {string} command @param {string[]} args @param {{ env?: Record<string, string>, aside?: boolean }} [options]
 * @returns {Promise<{ code: number, output: string }>} */
const run = (command, args, { env = {}, aside = false } = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    child.on('close', (code) => done({ code: code ?? 1, output }));
  });

/** A check without cases of its own counts as one. @param {string} title @param {string[]} npmScript
 * @param {Record<string, string>} [env] @returns {Promise<boolean>} whether it passed */
async function check(title, npmScript, env = {}) {
  const { code, output } = await run('npm', ['run', '--silent', ...npmScript], {
    aside: true,
    env: { MESSAGES_COMPILED: '1', ...env },
  });
  if (code === 0) passed++;
  else failed++;
  console.log(`\n— ${title}\n${output.trimEnd()}\n${title}: ${code === 0 ? 'passed' : 'FAILED'}`);
  return code === 0;
}

/** @param {string} title @param {string[]} projects @param {boolean} [aside] */
async function vitest(title, projects, aside = false) {
  if (!aside) console.log(`\n— ${title}`);
  const file = `${reports}/${projects[0]}.json`;
  rmSync(file, { force: true });
  const { code, output } = await run(
    'npx',
    [
      'vitest',
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ],
    { aside, env: { PROGRAMS_BUILT: '1' } },
  );
  if (aside) console.log(`\n— ${title}\n${output.trimEnd()}`);
  if (!existsSync(file)) {
    failed++;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  passed += report.numPassedTests;
  failed += report.numFailedTests;
  // A file that could not be loaded, or an error outside any test, fails the run without failing a test.
  if (code !== 0 && report.numFailedTests === 0) failed++;
}

/** @param {Record<string, string>} env */
async function endToEnd(env) {
  console.log('\n— end-to-end tests in Chromium');
  const chromium = findChromium();
  if (!chromium) {
    failed++;
    return;
  }
  const file = `${reports}/e2e.json`;
  rmSync(file, { force: true });
  const { code } = await run('npx', ['playwright', 'test', '--reporter=line,json'], {
    env: { CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: file, ...env },
  });
  if (!existsSync(file)) {
    failed++;
    return;
  }
  const { stats } = JSON.parse(readFileSync(file, 'utf8'));
  passed += stats.expected + stats.flaky;
  failed += stats.unexpected;
  if (code !== 0 && stats.unexpected === 0) failed++;
}

/** What the end-to-end tests are served from, made while the other checks run. */
const seeded = `${root}node_modules/.cache/demonstration`;
rmSync(seeded, { recursive: true, force: true });

await run('npm', ['run', '--silent', 'messages']);
// Not while the build runs: it would write another version into what the server is built from than the browser's side has.
await run('npx', ['svelte-kit', 'sync']);
// Each of these keeps one core busy.
const [isSeeded] = await Promise.all([
  (async () => {
    await check('build', ['build']);
    const [made] = await Promise.all([
      check('demonstration', ['seed'], { DATA_DIR: seeded, DEMO: 'on' }),
      check('lint', ['lint']).then(() => vitest('unit tests', ['unit'], true)),
    ]);
    return made;
  })(),
  check('types', ['check:types']).then(() => check('format', ['format:check'])),
]);
await vitest('integration tests', ['integration', 'store']);
await endToEnd(isSeeded ? { SEEDED_DATA: seeded } : {});
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
