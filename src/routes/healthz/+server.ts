/** What is up: for the operator's monitor. 200 while people can be served, 503 when the database is gone. */
import { json } from '@sveltejs/kit';
import { DeadEvents } from '$lib/server/events';
import { jobReport } from '$lib/server/jobs/jobs';
import { Mails } from '$lib/server/mail/mail.model';
import { mongoHealth } from '$lib/server/mongo';
import { searchHealth } from '$lib/server/search-access';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => {
  const [database, search] = await Promise.all([mongoHealth(), searchHealth()]);
  if (!database) return json({ ok: false, database, search }, { status: 503 });
  const [jobs, mailFailed, deadEvents] = await Promise.all([
    jobReport(),
    Mails.countDocuments({ state: 'failed' }),
    DeadEvents.countDocuments({}),
  ]);
  return json({ ok: true, database, search, jobs, mailFailed, deadEvents });
};
