/**
 * Every active volunteer of this installation, compiled for the scorer and kept by the process. Before each use it asks
 * the database what changed, so that all processes agree without telling each other anything.
 */
import { now } from '$lib/server/clock';
import type { SkillHeirs } from '$lib/domains/skills/graph';
import { skillHeirs } from '$lib/domains/skills/server/queries/skill-graph';
import {
  allMatchVolunteers,
  matchVolunteers,
  type MatchVolunteerSource,
} from '$lib/domains/volunteers/server/queries/match-volunteers';
import { changedVolunteers } from '$lib/domains/volunteers/server/queries/changed-volunteers';
import { compileVolunteers } from '../../scoring/columns-builder';
import type { VolunteerColumns } from '../../scoring/volunteer-columns';
import { toMatchVolunteer } from './to-match';

export interface VolunteerPool {
  columns: VolunteerColumns;
  /** What each can be shown to: the policy asks it for every list. */
  sources: ReadonlyMap<string, MatchVolunteerSource>;
}

/** Writes of other processes may carry a slightly older moment than one read already: look back this far. */
const OVERLAP_MS = 5000;
/** Interests run out with time, not by a change: everything is read again once a day. */
const FULL_READ_MS = 86_400_000;

let sources = new Map<string, MatchVolunteerSource>();
let columns: VolunteerColumns | undefined;
let compiledUnder: SkillHeirs | undefined;
let readUntil = new Date(0);
let fullReadAt = 0;
let seen = new Map<string, number>();
let refreshing: Promise<void> | undefined;

async function readAll(at: Date): Promise<void> {
  const fresh = new Map<string, MatchVolunteerSource>();
  for await (const batch of allMatchVolunteers()) for (const source of batch) fresh.set(source.id, source);
  sources = fresh;
  columns = undefined;
  seen = new Map();
  readUntil = at;
  fullReadAt = at.getTime();
}

async function readChanges(): Promise<void> {
  const changes = await changedVolunteers(new Date(readUntil.getTime() - OVERLAP_MS));
  const news = changes.filter(({ id, updatedAt }) => seen.get(id) !== updatedAt.getTime());
  if (news.length === 0) return;
  const found = await matchVolunteers(news.map(({ id }) => id));
  for (const { id } of news) sources.delete(id);
  for (const source of found) sources.set(source.id, source);
  for (const { id, updatedAt } of news) seen.set(id, updatedAt.getTime());
  readUntil = changes.at(-1)?.updatedAt ?? readUntil;
  columns = undefined;
}

async function refresh(): Promise<void> {
  const at = now();
  if (fullReadAt === 0 || Math.abs(at.getTime() - fullReadAt) > FULL_READ_MS) await readAll(at);
  else await readChanges();
}

/** The pool as the database has it now. Callers that come together share one refresh. */
export async function volunteerPool(): Promise<VolunteerPool> {
  refreshing ??= refresh().finally(() => {
    refreshing = undefined;
  });
  await refreshing;
  const heirs = await skillHeirs();
  if (compiledUnder !== heirs) columns = undefined;
  compiledUnder = heirs;
  columns ??= compileVolunteers(Array.from(sources.values(), (source) => toMatchVolunteer(source, heirs)));
  return { columns, sources };
}

/** For tests, which change databases: forgets everything. */
export function forgetPool(): void {
  fullReadAt = 0;
  columns = undefined;
  sources = new Map();
  seen = new Map();
}
