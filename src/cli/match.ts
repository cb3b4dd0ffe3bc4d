/** `npm run match`: ranks volunteers for roles from files, with the very scorer of the application, so that anyone can audit it. */
import { createReadStream } from 'node:fs';
import { EXAMPLE_PEOPLE, EXAMPLE_ROLES, EXAMPLE_SKILLS } from '$lib/domains/matching/batch/examples';
import { problemText } from '$lib/domains/matching/batch/input-problem';
import { linesOf } from '$lib/domains/matching/batch/line-reader';
import { rankBatchRole, type Batch } from '$lib/domains/matching/batch/rank-batch';
import { readPeople, readRoles, readSkills, type BatchFile } from '$lib/domains/matching/batch/read-files';
import type { MatchRole } from '$lib/domains/matching/match-input';
import type { Exposure } from '$lib/domains/matching/ranking/bands';
import { VolunteerColumnsBuilder } from '$lib/domains/matching/scoring/columns-builder';
import { skillGraph } from '$lib/domains/matching/scoring/skill-graph';
import { WEIGHTS } from '$lib/domains/matching/weights';
import { optionsFrom, USAGE, UsageError, type MatchOptions } from './match/options';
import { fileOutput, standardOutput, type Output } from './match/output';
import { Progress } from './match/progress';

/** So many wrong lines are shown before the rest is only counted. */
const SHOWN_PROBLEMS = 20;

/** The input is wrong, and was said to be on standard error. */
class InputRefused extends Error {}

const progress = new Progress();

/** Reads one file; when lines are wrong, says which, and stops unless they are to be left out. */
async function readFile<T>(name: string, skipInvalid: boolean, read: (file: BatchFile) => Promise<T>): Promise<T> {
  let problems = 0;
  const file: BatchFile = {
    name,
    lines: linesOf(createReadStream(name, { highWaterMark: 1 << 20 })),
    report: (problem) => {
      problems++;
      if (problems <= SHOWN_PROBLEMS) console.error(problemText(problem));
      return skipInvalid || problems < SHOWN_PROBLEMS;
    },
  };
  const result = await read(file);
  if (problems === 0) return result;
  if (skipInvalid) {
    console.error(`${name}: ${problems} ${problems === 1 ? 'line' : 'lines'} left out`);
    return result;
  }
  if (problems === SHOWN_PROBLEMS) console.error(`${name}: stopped after ${problems} lines that are wrong`);
  throw new InputRefused();
}

async function readBatch(options: MatchOptions): Promise<{ batch: Batch; roles: MatchRole[] }> {
  const skills = await readFile(options.skills, options.skipInvalid, readSkills);
  const ids = new Set(skills.map(({ id }) => id));
  const roles = await readFile(options.roles, options.skipInvalid, (file) => readRoles(file, ids));
  const builder = new VolunteerColumnsBuilder(WEIGHTS.curves);
  const exposure = new Map<string, Exposure>();
  let people = 0;
  await readFile(options.volunteers, options.skipInvalid, (file) =>
    readPeople(file, ids, {
      has: (id) => builder.has(id),
      add: ({ volunteer, exposure: shown }) => {
        builder.add(volunteer);
        if (shown !== null && options.order === 'visibility') exposure.set(volunteer.id, shown);
        progress.show('people read', ++people);
      },
    }),
  );
  if (options.why !== null && !builder.has(options.why)) {
    throw new UsageError(`--why: expected the id of someone in ${options.volunteers}, got ${options.why}`);
  }
  const { now, top, order, why } = options;
  const columns = builder.finish();
  const graph = skillGraph(skills);
  const room = new Float64Array(columns.size);
  return { roles, batch: { columns, graph, weights: WEIGHTS, now, top, order, exposure, why, room } };
}

async function rankAll(roles: readonly MatchRole[], batch: Batch, output: Output): Promise<void> {
  for (const [at, role] of roles.entries()) {
    await output.write(JSON.stringify(rankBatchRole(role, batch)));
    progress.show('roles ranked', at + 1, roles.length);
  }
}

async function match(options: MatchOptions): Promise<void> {
  const { roles, batch } = await readBatch(options);
  const output = options.out === null ? standardOutput() : fileOutput(options.out);
  try {
    await rankAll(roles, batch, output);
    await output.done();
  } catch (cause) {
    await output.abandon();
    throw cause;
  }
  progress.finish(`${batch.columns.size} people ranked for ${roles.length} roles`);
}

function printExample(): void {
  const files = { 'skills.jsonl': EXAMPLE_SKILLS, 'people.jsonl': EXAMPLE_PEOPLE, 'roles.jsonl': EXAMPLE_ROLES };
  for (const [name, lines] of Object.entries(files)) {
    console.log(`==> ${name} <==`);
    for (const line of lines) console.log(JSON.stringify(line));
    console.log('');
  }
}

/** 2: what was asked or given is wrong; 1: something else failed. */
function exitCodeFor(cause: unknown): number {
  if (cause instanceof InputRefused) return 2;
  if (cause instanceof UsageError) {
    console.error(`${cause.message}\nnpm run match -- --help says how.`);
    return 2;
  }
  const { code, message } = cause as NodeJS.ErrnoException;
  console.error(message);
  return code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES' ? 2 : 1;
}

try {
  const options = optionsFrom(process.argv.slice(2), Date.now());
  if (options === 'help') console.log(USAGE);
  else if (options === 'example') printExample();
  else await match(options);
} catch (cause) {
  process.exitCode = exitCodeFor(cause);
}
