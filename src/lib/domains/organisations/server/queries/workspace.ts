/** What members see of their own organisation: its standing, its texts and what happened so far. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { Context } from '$lib/server/context';
import type { MemberRole } from '../../organisation';
import { toWorkspaceView, type WorkspaceView } from '../organisation.presenter';
import { requireMembership } from './require-member';

export interface Workspace {
  organisation: WorkspaceView;
  role: MemberRole;
}

export async function workspaceOf(ctx: Context, slug: string, min: MemberRole = 'viewer'): Promise<Workspace> {
  const { document, role } = await requireMembership(ctx, { slug }, min);
  return { organisation: toWorkspaceView(document), role };
}

export interface HappenedItem {
  at: Date;
  what: string;
  note: string | null;
  /** Null for the platform itself, and for a moderator: members do not need to know which one. */
  by: string | null;
}

const BY_MODERATORS = new Set(['verified', 'changes_requested', 'suspended', 'reinstated', 'checked_again', 'merged']);
const SHOWN = 50;

/** The latest first. */
export async function workspaceTimeline(ctx: Context, slug: string): Promise<HappenedItem[]> {
  const { document } = await requireMembership(ctx, { slug }, 'viewer');
  const latest = document.timeline.slice(-SHOWN).reverse();
  const people = await personCards(latest.flatMap(({ by }) => (by ? [by] : [])));
  return latest.map(({ at, what, note, by }) => ({
    at,
    what,
    note,
    by: by && !BY_MODERATORS.has(what) ? (people.get(by)?.name ?? null) : null,
  }));
}
