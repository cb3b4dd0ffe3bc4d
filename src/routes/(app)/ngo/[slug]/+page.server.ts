/** The overview of an organisation's workspace. */
import { missionsOfOrganisation } from '$lib/domains/missions/server/queries/missions-of-organisation';
import { membersOf } from '$lib/domains/organisations/server/queries/members-of';
import { workspaceOf, workspaceTimeline } from '$lib/domains/organisations/server/queries/workspace';
import { guarded } from '$lib/server/boundary';
import { m } from '$lib/paraglide/messages.js';
import { missionTasks } from './mission-tasks';
import type { PageServerLoad } from './$types';

const UNDER_WAY = new Set(['filled', 'in_progress', 'delivered']);

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { slug } = event.params;
    const { organisation, role } = await workspaceOf(ctx, slug);
    const [missions, { members }, timeline] = await Promise.all([
      missionsOfOrganisation(ctx, organisation.id),
      membersOf(ctx, slug),
      workspaceTimeline(ctx, slug),
    ]);
    const { texts: _texts, ...shown } = organisation;
    return {
      title: `${m.organisation_tab_overview()} · ${organisation.name}`,
      organisation: shown,
      role,
      tasks: missionTasks(missions),
      hasMission: missions.some(({ state }) => state !== 'draft'),
      figures: {
        published: missions.filter(({ state }) => state === 'published').length,
        underWay: missions.filter(({ state }) => UNDER_WAY.has(state)).length,
        members: members.length,
      },
      timeline,
    };
  });
