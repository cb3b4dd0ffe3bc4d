/** `npm run seed`: the demonstration data into an empty database, and larger sets of volunteers for measurements. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO_PASSWORD } from '$lib/domains/accounts/server/demo-accounts';
import { loadCuratedSkills } from '$lib/domains/skills/server/commands/load-curated-skills';
import { systemContext } from '$lib/server/context';
import { openStore } from '$lib/server/embedded/store/open-store';
import { env, isDemo } from '$lib/server/env';
import { closeMongo, connectMongo, ensureIndexes } from '$lib/server/mongo';
import { rebuildIndexes } from '$lib/server/search-access';
import { startPlatform, stopPlatform } from '$lib/server/start';
import { makeDemonstration } from '../../seed/demonstration';
import { emptyDatabase, isServed, whatIsThere, type Presence } from '../../seed/engine/seed-run';
import { addBenchmarkVolunteers } from '../../seed/volunteers/benchmark-volunteers';

const USAGE = `npm run seed [-- OPTION]

  (none)          puts the demonstration data into an empty database
  --if-empty      the same, but silent and content when there is data already or DEMO is off: what npm start runs
  --reset         empties the embedded store first: everything in it is lost
  --volunteers N  adds N invented volunteers, without passwords, for measurements; after the demonstration data, where
                  the database is empty
  --help          this text

The server must be stopped. If this is interrupted, the next run starts over. The data is made for today: deadlines lie
ahead, and the same day gives the same people, missions and work.`;

const QUIET_MS = 2000;
const number = (value: number) => value.toLocaleString('en');

interface Options {
  ifEmpty: boolean;
  reset: boolean;
  volunteers: number;
}

function readArguments(): Options | { help: true } | { problem: string } {
  try {
    const { values } = parseArgs({
      options: {
        'if-empty': { type: 'boolean' },
        reset: { type: 'boolean' },
        volunteers: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    if (values.help) return { help: true };
    const volunteers = Number(values.volunteers ?? 0);
    if (!/^\d{1,7}$/.test(values.volunteers ?? '0')) return { problem: '--volunteers wants a whole number.' };
    return { ifEmpty: values['if-empty'] === true, reset: values.reset === true, volunteers };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

/** Silent for two seconds, then a line with numbers every two seconds. */
function progressPrinter(what: string): (done: number, total: number) => void {
  let last = Date.now();
  return (done, total) => {
    if (Date.now() - last < QUIET_MS) return;
    last = Date.now();
    console.log(`${what}: ${number(done)} of ${number(total)}`);
  };
}

interface Found {
  presence: Presence;
  /** A server or another run works on the same data. */
  isBusy: boolean;
}

/** Looks without building indexes or anything else: a start with nothing to do should not be felt. */
async function look(): Promise<Found> {
  const { MONGODB_URI, DATA_DIR, DATABASE } = env();
  const store = MONGODB_URI ? null : await openStore({ directory: join(DATA_DIR, 'store') });
  try {
    await connectMongo(store?.uri(DATABASE) ?? MONGODB_URI ?? '');
    return { presence: await whatIsThere(), isBusy: store ? !store.owner : await isServed() };
  } finally {
    await closeMongo();
    await store?.close();
  }
}

/** Why nothing can be done, or null. */
function refusal({ presence, isBusy }: Found, options: Options): string | null {
  const isEmbedded = env().MONGODB_URI === undefined;
  if (isBusy) return 'Another process works on this database, perhaps a server. Stop it first.';
  if (options.reset && !isEmbedded)
    return '--reset empties the embedded store only. Empty a MongoDB database yourself.';
  if (options.reset) return null;
  if (presence === 'unfinished' && !isEmbedded)
    return 'An earlier run was interrupted. Empty this MongoDB database, then run npm run seed again.';
  if (options.volunteers > 0 || presence === 'empty' || presence === 'unfinished') return null;
  return presence === 'finished'
    ? 'The demonstration data is in place already. Add --reset to make it anew: everything in the store is lost then.'
    : 'The database is not empty, and demonstration data is never mixed with other data.';
}

async function makeDemo(signal: AbortSignal): Promise<void> {
  const started = performance.now();
  const onProgress = progressPrinter('Demonstration data');
  const { acts, mails } = await makeDemonstration({ now: new Date(), onProgress, signal });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`Demonstration data: ${number(acts)} steps, ${number(mails)} mails kept, in ${seconds} s.`);
}

async function addVolunteers(count: number, signal: AbortSignal): Promise<void> {
  const started = performance.now();
  await loadCuratedSkills(systemContext());
  await addBenchmarkVolunteers({ count, now: new Date(), onProgress: progressPrinter('Volunteers'), signal });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${number(count)} volunteers added in ${seconds} s. The server finds them after its next start.`);
}

async function run(options: Options): Promise<number> {
  if (options.ifEmpty && !isDemo()) return 0;
  const found = await look();
  if (options.ifEmpty && (found.presence === 'finished' || found.presence === 'other_data')) return 0;
  if (!isDemo() && options.volunteers === 0) {
    console.error(`DEMO is off: accounts with a password that everybody knows (${DEMO_PASSWORD}) have no place here.`);
    return 2;
  }
  const reason = refusal(found, options);
  if (reason) {
    console.error(reason);
    return 2;
  }
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  process.once('SIGTERM', () => stop.abort());
  const { MEILI_URL } = env();
  const isEmpty = options.reset || found.presence === 'empty' || found.presence === 'unfinished';
  await startPlatform({ jobs: false, search: MEILI_URL !== undefined, disposable: isEmpty });
  try {
    if (options.reset || found.presence === 'unfinished') {
      if (!options.reset) console.log('The demonstration data was left unfinished. Starting over.');
      await emptyDatabase();
      await ensureIndexes();
    }
    if (isEmpty && isDemo()) await makeDemo(stop.signal);
    if (options.volunteers > 0) await addVolunteers(options.volunteers, stop.signal);
    // The embedded index is made anew at each start of the server.
    if (MEILI_URL) await rebuildIndexes();
    return 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error('Stopped half-way. The next run starts over.');
    return 130;
  } finally {
    await stopPlatform();
  }
}

const options = readArguments();
if ('help' in options) console.log(USAGE);
else if ('problem' in options) {
  console.error(`${options.problem}\n\n${USAGE}`);
  process.exitCode = 2;
} else process.exitCode = await run(options);
