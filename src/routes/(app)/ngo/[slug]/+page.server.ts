/** The overview of an organisation's workspace. */
import { ngoBoard } from '$lib/domains/engagements/server/queries/ngo-board';
import { missionsOfOrganisation } from '$lib/domains/missions/server/queries/missions-of-organisation';
import { membersOf } from '$lib/domains/organisations/server/queries/members-of';
import { workspaceOf, workspaceTimeline } from '$lib/domains/organisations/server/queries/workspace';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import { tasksOf } from './tasks';
import type { PageServerLoad } from './$types';

const UNDER_WAY = new Set(['filled', 'in_progress', 'delivered']);

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { slug } = event.params;
    const { organisation, role } = await workspaceOf(ctx, slug);
    const [missions, board, { members }, timeline] = await Promise.all([
      missionsOfOrganisation(ctx, organisation.id),
      ngoBoard(ctx, slug),
      membersOf(ctx, slug),
      workspaceTimeline(ctx, slug),
    ]);
    const { texts: _texts, ...shown } = organisation;
    return {
      title: `${m.organisation_tab_overview()} · ${organisation.name}`,
      organisation: shown,
      role,
      now: ctx.now,
      tasks: tasksOf(board, missions),
      hasMission: missions.some(({ state }) => state !== 'draft'),
      figures: {
        published: missions.filter(({ state }) => state === 'published').length,
        underWay: missions.filter(({ state }) => UNDER_WAY.has(state)).length,
        members: members.length,
      },
      timeline,
    };
  });
