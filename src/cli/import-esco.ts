/** `npm run import:esco -- FILE`: puts the skills of the European Commission's classification beside the curated ones. */
import { parseArgs } from 'node:util';
import { importEsco } from '$lib/domains/skills/server/commands/import-esco';
import { loadCuratedSkills } from '$lib/domains/skills/server/commands/load-curated-skills';
import { EscoFileError } from '$lib/domains/skills/server/esco/esco-file';
import type { ImportReport } from '$lib/domains/skills/server/esco/import-report';
import { systemContext } from '$lib/server/context';
import { env } from '$lib/server/env';
import { startPlatform, stopPlatform } from '$lib/server/start';

const USAGE = `npm run import:esco -- FILE [--relations FILE] [--broader FILE]

  FILE         skills_en.csv of ESCO, plain or gzipped
  --relations  skillSkillRelations.csv: which skills count in part for others
  --broader    broaderRelationsSkillPillar.csv: which skills are special cases of others
  --help       this text

The files come from https://esco.ec.europa.eu/en/use-esco/download (version 1.1 or later, language en, format csv).
Repeat it as often as you like: only what changed is written. Curated skills keep their own labels. Ctrl+C stops after
the batch in hand; the next run goes on. A running server may stay up: its search follows within seconds.`;

const EXAMPLES_PER_REASON = 5;
const QUIET_MS = 2000;

const number = (value: number) => value.toLocaleString('en');
const counted = (value: number, one: string, many = `${one}s`) => `${number(value)} ${value === 1 ? one : many}`;

interface Arguments {
  files: string[];
  relations?: string;
  broader?: string;
  help?: boolean;
  problem?: string;
}

function readArguments(): Arguments {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { relations: { type: 'string' }, broader: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    });
    return { ...values, files: positionals };
  } catch (error) {
    return { files: [], problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Silent for two seconds, then a line with numbers every two seconds. */
function progressPrinter(): (rows: number, share: number) => void {
  let last = Date.now();
  return (rows, share) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    console.error(`${number(rows)} rows read, ${Math.round(share * 100)} % of the file`);
  };
}

function printSkipped({ skipped }: ImportReport): void {
  const groups = new Map<string, { file: string; reason: string; lines: number[] }>();
  for (const { file, line, reason } of skipped) {
    const key = `${file}\n${reason}`;
    const group = groups.get(key) ?? { file, reason, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  for (const { file, reason, lines } of groups.values()) {
    const shown = lines.slice(0, EXAMPLES_PER_REASON).map(number).join(', ');
    const more = lines.length > EXAMPLES_PER_REASON ? ` and ${number(lines.length - EXAMPLES_PER_REASON)} more` : '';
    console.log(`  ${file}: ${reason}, ${lines.length === 1 ? 'line' : 'lines'} ${shown}${more}`);
  }
}

function printReport(report: ImportReport, seconds: number): void {
  const { imported, updated, unchanged, skipped, related, aboutGroups } = report;
  console.log(
    `${number(imported)} imported, ${number(updated)} updated, ${number(unchanged)} left unchanged, ` +
      `${counted(skipped.length, 'row')} skipped, in ${seconds.toFixed(1)} s.`,
  );
  printSkipped(report);
  if (related > 0) console.log(`${counted(related, 'skill')} got new relations.`);
  if (aboutGroups > 0)
    console.log(`${counted(aboutGroups, 'row')} place skills in groups of ESCO, which are not used here.`);
  if (report.state === 'stopped')
    console.log('Stopped as you asked. What was written is whole; run it again to go on.');
  else if (imported + updated > 0) console.log('They can be found within seconds, or at the next start of the server.');
}

async function run(skills: string, relations: string | undefined, broader: string | undefined): Promise<number> {
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const started = performance.now();
  // The index of a Meilisearch installation is written by the server, from the events that the import leaves behind.
  await startPlatform({ jobs: false, search: false });
  try {
    await loadCuratedSkills(systemContext());
    const onProgress = progressPrinter();
    const report = await importEsco(systemContext(), { skills, relations, broader, signal: stop.signal, onProgress });
    printReport(report, (performance.now() - started) / 1000);
    return report.state === 'stopped' ? 130 : 0;
  } catch (error) {
    if (!(error instanceof EscoFileError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await stopPlatform();
  }
}

const { files, relations, broader, help, problem } = readArguments();
const [file] = files;
if (help) console.log(USAGE);
else if (problem !== undefined || file === undefined || files.length > 1) {
  console.error(`${problem ?? (files.length > 1 ? 'Give one file.' : 'Which file?')}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  env();
  process.exitCode = await run(file, relations, broader);
}
