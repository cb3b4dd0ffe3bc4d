/**
 * Adds or changes interface messages in all languages at once: `node .ci/messages.mjs set FILE`, where FILE holds
 * {"key": {"en": "…", "fr": "…", "nl": "…"}}; `node .ci/messages.mjs remove KEY…` takes keys away; `check` reports keys
 * that a language lacks. Files stay sorted by key, so that two people's additions rarely meet on one line.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../src/messages/', import.meta.url));
const lock = fileURLToPath(new URL('../node_modules/.messages-lock', import.meta.url));
const locales = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));

/** @param {string} locale @returns {Record<string, unknown>} */
const read = (locale) => JSON.parse(readFileSync(`${folder}${locale}.json`, 'utf8'));

/** @param {string} locale @param {Record<string, unknown>} messages */
function write(locale, messages) {
  const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(`${folder}${locale}.json.new`, `${JSON.stringify(sorted, null, 2)}\n`);
  renameSync(`${folder}${locale}.json.new`, `${folder}${locale}.json`);
}

/** @param {() => void} work */
function locked(work) {
  for (let attempt = 0; ; attempt++) {
    try {
      mkdirSync(lock);
      break;
    } catch (cause) {
      if (attempt > 600) throw new Error(`another writer holds ${lock}`, { cause });
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
  }
  try {
    work();
  } finally {
    rmdirSync(lock);
  }
}

/** @returns {string[]} */
function gaps() {
  const keys = new Set(locales.flatMap((locale) => Object.keys(read(locale))));
  return locales.flatMap((locale) => {
    const have = read(locale);
    return [...keys].filter((key) => !(key in have)).map((key) => `${locale} lacks ${key}`);
  });
}

const [command, ...rest] = process.argv.slice(2);
if (command === 'set' && rest[0]) {
  const added = JSON.parse(readFileSync(rest[0], 'utf8'));
  for (const [key, texts] of Object.entries(added)) {
    if (!/^[a-z][a-z0-9_]*$/.test(key)) throw new Error(`${key}: keys are snake_case`);
    const missing = locales.filter((locale) => !texts[locale]);
    if (missing.length > 0) throw new Error(`${key}: no text for ${missing.join(', ')}`);
  }
  locked(() => {
    for (const locale of locales) {
      const own = Object.fromEntries(Object.entries(added).map(([key, texts]) => [key, texts[locale]]));
      write(locale, { ...read(locale), ...own });
    }
    execFileSync('npm', ['run', '--silent', 'messages'], {
      cwd: fileURLToPath(new URL('..', import.meta.url)),
      stdio: 'inherit',
    });
  });
} else if (command === 'remove' && rest.length > 0) {
  locked(() => {
    for (const locale of locales) {
      const messages = read(locale);
      for (const key of rest) delete messages[key];
      write(locale, messages);
    }
  });
} else if (command === 'check') {
  const found = gaps();
  for (const gap of found) console.error(gap);
  process.exitCode = found.length > 0 ? 1 : 0;
} else {
  console.error('usage: node .ci/messages.mjs set FILE | remove KEY… | check');
  process.exitCode = 2;
}
