/** `npm run bench`: every measure of tests/bench as a ratio against something run beside it, with its limit. */
import { mkdirSync, readdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import config from '../rolldown.config.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = `${root}build/bench`;
const wanted = process.argv.slice(2);
const files = readdirSync(`${root}tests/bench`).filter(
  (file) => file.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((name) => file.includes(name))),
);
mkdirSync(out, { recursive: true });
const bundle = await rolldown({
  ...config,
  input: Object.fromEntries(files.map((file) => [file.replace('.bench.ts', ''), `${root}tests/bench/${file}`])),
});
await bundle.write({ ...config.output, dir: out });

let missed = 0;
for (const file of files) {
  const { run } = await import(pathToFileURL(`${out}/${file.replace('.bench.ts', '.js')}`).href);
  for (const { name, ratio, limit, direction, detail } of await run()) {
    const held = direction === 'at most' ? ratio <= limit : ratio >= limit;
    if (!held) missed++;
    console.log(`${held ? 'held  ' : 'MISSED'}  ${name}: ${ratio.toFixed(2)} (${direction} ${limit})  ${detail}`);
  }
}
console.log(missed === 0 ? 'all measures held' : `${missed} measures missed`);
process.exitCode = missed === 0 ? 0 : 1;
process.exit();
