/** Composition root: opens the database and the search engine, wires every domain, starts the jobs; and stops it all. */
import { registerAccountsSubscribers } from '$lib/domains/accounts/server/subscribers';
import { registerEngagementsSubscribers } from '$lib/domains/engagements/server/subscribers';
import { registerExchangeSubscribers } from '$lib/domains/exchange/server/subscribers';
import { registerMatchingSubscribers } from '$lib/domains/matching/server/subscribers';
import { registerMessagingSubscribers } from '$lib/domains/messaging/server/subscribers';
import { registerMissionsSubscribers } from '$lib/domains/missions/server/subscribers';
import { registerModerationSubscribers } from '$lib/domains/moderation/server/subscribers';
import { registerNotificationsSubscribers } from '$lib/domains/notifications/server/subscribers';
import { registerOrganisationsSubscribers } from '$lib/domains/organisations/server/subscribers';
import { registerProgrammesSubscribers } from '$lib/domains/programmes/server/subscribers';
import { loadCuratedSkills } from '$lib/domains/skills/server/commands/load-curated-skills';
import { registerSkillsSubscribers } from '$lib/domains/skills/server/subscribers';
import { registerVolunteersSubscribers } from '$lib/domains/volunteers/server/subscribers';
import { openDatabase, type Database } from './embedded/open-database';
import { systemContext } from './context';
import { env } from './env';
import { startJobs, stopJobs } from './jobs/jobs';
import { log } from './log';
import './mail/deliver-mail';
import './events';
import './files/sweep-files';
import { closeMongo, connectMongo, ensureIndexes } from './mongo';
import { indexSources, rebuildIndexes, setSearchEngine } from './search-access';
import { SearchUnavailable } from './search/search-errors';
import { openSearch } from './search/open-search';
import type { SearchEngine } from './search/search-port';

export interface PlatformOptions {
  /** Whether this process drains the outbox, sends mail and keeps the timers. */
  jobs: boolean;
  /** `false` leaves search out, for programs that need none. */
  search?: boolean;
  /** The data is made anew where its making is interrupted: the embedded store waits for the disk when it is closed. */
  disposable?: boolean;
}

let database: Database | undefined;
let engine: SearchEngine | undefined;

function registerDomains(): void {
  registerAccountsSubscribers();
  registerOrganisationsSubscribers();
  registerSkillsSubscribers();
  registerVolunteersSubscribers();
  registerMissionsSubscribers();
  registerMatchingSubscribers();
  registerEngagementsSubscribers();
  registerProgrammesSubscribers();
  registerExchangeSubscribers();
  registerMessagingSubscribers();
  registerNotificationsSubscribers();
  registerModerationSubscribers();
}

/** Safe to call again: a development server that reloads its hooks keeps what is open. */
export async function startPlatform(options: PlatformOptions): Promise<void> {
  if (database) return;
  database = await openDatabase(options.disposable);
  await connectMongo(database.uri);
  registerDomains();
  await ensureIndexes();
  if (options.search !== false) {
    // Programs that copy or restore the database find it as it is: they leave search out, and this too.
    await loadCuratedSkills(systemContext());
    await startSearch();
  }
  if (options.jobs) startJobs();
}

async function startSearch(): Promise<void> {
  const { MEILI_URL, MEILI_KEY } = env();
  engine = await openSearch({
    ...(MEILI_URL ? { meiliUrl: MEILI_URL } : {}),
    ...(MEILI_KEY ? { meiliKey: MEILI_KEY } : {}),
  });
  setSearchEngine(engine);
  // The embedded engine lives in memory and begins empty; Meilisearch keeps its indexes between starts.
  if (!MEILI_URL) return rebuildIndexes();
  for (const { settings } of indexSources()) {
    try {
      await engine.ensureIndex(settings);
    } catch (error) {
      // The engine keeps the settings and sends them with the next write: a start does not wait for a search server.
      if (!(error instanceof SearchUnavailable)) throw error;
      log.warn({ err: error, index: settings.name }, 'search does not answer');
    }
  }
}

export async function stopPlatform(): Promise<void> {
  await stopJobs();
  setSearchEngine(undefined);
  await engine?.close();
  await closeMongo();
  await database?.close();
  database = undefined;
  engine = undefined;
  log.debug('stopped');
}
