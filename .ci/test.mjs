/** `npm test`: every check there is, in order of speed, with one count at the end. Stops at nothing, so that one run tells all. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = `${root}node_modules/.cache/reports`;
let passed = 0;
let failed = 0;

/** @param {string} command @param {string[]} args @param {Record<string, string>} [env] @returns {Promise<number>} */
const run = (command, args, env = {}) =>
  new Promise((done) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
      shell: process.platform === 'win32',
    });
    child.on('close', (code) => done(code ?? 1));
  });

/** A check without cases of its own counts as one. @param {string} title @param {string[]} npmScript */
async function check(title, npmScript) {
  console.log(`\n— ${title}`);
  const code = await run('npm', ['run', '--silent', ...npmScript]);
  if (code === 0) passed++;
  else failed++;
  console.log(code === 0 ? `${title}: passed` : `${title}: FAILED`);
}

/** @param {string} project */
async function vitest(project) {
  console.log(`\n— ${project} tests`);
  const file = `${reports}/${project}.json`;
  rmSync(file, { force: true });
  const code = await run('npx', [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
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

async function endToEnd() {
  console.log('\n— end-to-end tests in Chromium');
  const chromium = findChromium();
  if (!chromium) {
    failed++;
    return;
  }
  const file = `${reports}/e2e.json`;
  rmSync(file, { force: true });
  const code = await run('npx', ['playwright', 'test', '--reporter=line,json'], {
    CHROMIUM: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
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

await run('npm', ['run', '--silent', 'messages']);
await check('format', ['format:check']);
await check('lint', ['lint']);
await check('types', ['check']);
await vitest('unit');
await vitest('integration');
await check('build', ['build']);
await endToEnd();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
