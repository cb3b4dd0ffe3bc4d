/**
 * Recurring work: each job has one runner among all processes (a lease in the database), runs at least once per period,
 * and can be nudged to run at once in this process. Jobs are idempotent.
 */
import { hostname } from 'node:os';
import { now } from '../clock';
import { log } from '../log';
import { defineModel, documentSchema, isDuplicateKey, op } from '../mongo';

export interface Job {
  name: string;
  /** Period between two runs in milliseconds. */
  everyMs: number;
  run(at: Date): Promise<void>;
}

interface JobLease {
  _id: string;
  holder: string | null;
  until: Date;
  nextAt: Date;
  lastRunAt: Date | null;
  lastError: string | null;
}

const leaseSchema = documentSchema<JobLease>({
  holder: { type: String, default: null },
  until: { type: Date, required: true },
  nextAt: { type: Date, required: true },
  lastRunAt: { type: Date, default: null },
  lastError: { type: String, default: null },
});
const JobLeases = defineModel<JobLease>('JobLease', leaseSchema, 'job_leases');

/** How long work waits for a process that was killed; renewed three times in it, and jobs are idempotent if it is lost. */
const LEASE_MS = 15_000;
const holder = `${hostname()}:${process.pid}`;
const jobs = new Map<string, Job>();
const wanted = new Set<string>();
const running = new Map<string, Promise<void>>();
let timer: NodeJS.Timeout | undefined;
let soon: NodeJS.Timeout | undefined;

export function registerJob(job: Job): void {
  jobs.set(job.name, job);
}

/** Asks for a run as soon as possible, whatever the period: after a change that wrote an event or a mail. */
export function nudge(name: string): void {
  wanted.add(name);
  if (timer && !soon) {
    soon = setTimeout(() => {
      soon = undefined;
      void tick();
    }, 20);
    soon.unref();
  }
}

async function takeLease(job: Job, forced: boolean): Promise<boolean> {
  const at = now();
  const due = forced ? {} : { nextAt: op({ $lte: at }) };
  try {
    const taken = await JobLeases.updateOne(
      { _id: job.name, until: op({ $lte: at }), ...due },
      { $set: { holder, until: new Date(at.getTime() + LEASE_MS) } },
    );
    if (taken.matchedCount > 0) return true;
    const known = await JobLeases.exists({ _id: job.name });
    if (known) return false;
    await JobLeases.create({ _id: job.name, holder, until: new Date(at.getTime() + LEASE_MS), nextAt: at });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

async function runLeased(job: Job): Promise<void> {
  const renewal = setInterval(() => {
    const until = new Date(now().getTime() + LEASE_MS);
    JobLeases.updateOne({ _id: job.name, holder }, { $set: { until } }).catch((error: unknown) =>
      log.warn({ err: error, job: job.name }, 'lease not renewed'),
    );
  }, LEASE_MS / 3);
  let lastError: string | null = null;
  try {
    await job.run(now());
  } catch (error) {
    lastError = String(error);
    log.error({ err: error, job: job.name }, 'job failed');
  } finally {
    clearInterval(renewal);
    const at = now();
    await JobLeases.updateOne(
      { _id: job.name, holder },
      { $set: { holder: null, until: at, nextAt: new Date(at.getTime() + job.everyMs), lastRunAt: at, lastError } },
    );
  }
}

type LeaseTimes = ReadonlyMap<string, Pick<JobLease, 'until' | 'nextAt'>>;
let looking: Promise<LeaseTimes> | undefined;

/** When each job is due, in one query; those who look at the same time share it. */
function leaseTimes(): Promise<LeaseTimes> {
  looking ??= JobLeases.find({}, { until: 1, nextAt: 1 })
    .lean<JobLease[]>()
    .then((leases) => new Map(leases.map((lease) => [lease._id, lease])))
    .finally(() => {
      looking = undefined;
    });
  return looking;
}

/** Runs each job that is due or nudged and that no other process holds: the write that takes the lease decides. */
async function tick(): Promise<void> {
  let times: LeaseTimes;
  try {
    times = await leaseTimes();
  } catch (error) {
    log.warn({ err: error }, 'jobs not looked at');
    return;
  }
  if (!timer) return;
  const at = now();
  for (const job of jobs.values()) {
    if (running.has(job.name)) continue;
    const known = times.get(job.name);
    const isFree = !known || known.until <= at;
    if (!isFree || (known && known.nextAt > at && !wanted.has(job.name))) continue;
    const forced = wanted.delete(job.name);
    const work = (async () => {
      if (await takeLease(job, forced)) await runLeased(job);
      else if (forced) wanted.add(job.name);
    })()
      .catch((error: unknown) => log.warn({ err: error, job: job.name }, 'job not started'))
      .finally(() => running.delete(job.name));
    running.set(job.name, work);
  }
  await Promise.all(running.values());
}

/** Starts the loop of this process. */
export function startJobs(intervalMs = 1000): void {
  timer ??= setInterval(() => void tick(), intervalMs);
  timer.unref();
}

let stopping = false;

/** For jobs that work off a queue: what is left is done after the next start. */
export const isStopping = (): boolean => stopping;

/** Stops the loop and waits for what is running. */
export async function stopJobs(): Promise<void> {
  if (timer) clearInterval(timer);
  if (soon) clearTimeout(soon);
  timer = undefined;
  soon = undefined;
  stopping = true;
  await looking?.catch(() => undefined);
  await Promise.all(running.values());
  stopping = false;
}

/** Runs one job now, in this process, without a lease: for command-line programs and tests. Errors are thrown. */
export async function runJob(name: string): Promise<void> {
  const job = jobs.get(name);
  if (!job) throw new Error(`no job is called ${name}`);
  wanted.delete(name);
  await job.run(now());
}

/** What /healthz shows: each job's last run and error. */
export async function jobReport(): Promise<{ name: string; lastRunAt: Date | null; lastError: string | null }[]> {
  const leases = await JobLeases.find().lean<JobLease[]>();
  return leases.map((lease) => ({ name: lease._id, lastRunAt: lease.lastRunAt, lastError: lease.lastError }));
}
