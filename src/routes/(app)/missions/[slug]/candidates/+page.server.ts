/** Who fits a role of one's own mission, with reasons; side by side; and the invitation. */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { inviteVolunteer } from '$lib/domains/engagements/server/commands/invitations/invite-volunteer';
import { countImpressions } from '$lib/domains/matching/server/commands/count-impressions';
import { keepReceipt } from '$lib/domains/matching/server/commands/keep-receipt';
import { rankedCandidates } from '$lib/domains/matching/server/queries/ranked-candidates';
import { missionPage } from '$lib/domains/missions/server/queries/mission-page';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { formAction, guarded } from '$lib/server/boundary';
import { requireActor } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { AppError } from '$lib/shared/app-error';
import { text } from '$lib/shared/form-fields';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import { m } from '$lib/paraglide/messages.js';
import { candidateViews } from './candidate-list';
import type { Actions, PageServerLoad } from './$types';

const invitation = z.strictObject({ roleId: text(60), personId: text(60), message: text(2000, 20) });

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const actor = requireActor(ctx);
    const mission = await missionPage(ctx, event.params.slug);
    const { searchParams } = event.url;
    const role = mission.roles.find(({ id }) => id === searchParams.get('role')) ?? mission.roles[0];
    if (!mission.organisationId || !role) throw new AppError('not_found', 'error_not_found');
    const page = Math.min(25, Math.max(1, Number.parseInt(searchParams.get('page') ?? '1', 10) || 1));
    const of = { missionId: mission.id, roleId: role.id };
    const { candidates, ...list } = await rankedCandidates(ctx, { ...of, page });
    const { views, labels } = await candidateViews(ctx, of, candidates);
    const member = (await membershipsOf(actor.personId)).find((each) => each.organisationId === mission.organisationId);
    if (member) {
      const volunteerIds = views.map(({ volunteer }) => volunteer.id);
      await countImpressions(ctx, { organisationId: mission.organisationId, roleId: role.id, volunteerIds });
    }
    return {
      title: m.match_candidates_title({ mission: mission.title }),
      mission: {
        id: mission.id,
        slug: mission.slug,
        title: mission.title,
        language: mission.language,
        open: mission.open,
      },
      roles: mission.roles.map(({ id, title, openSeats }) => ({ id, title, openSeats })),
      role: { id: role.id, title: role.title, openSeats: role.openSeats },
      mayInvite: member !== undefined && member.role !== 'viewer' && mission.open && role.openSeats > 0,
      candidates: views,
      compared: searchParams.getAll('compare').slice(0, 3),
      ticked: searchParams.getAll('compare').length,
      labels,
      page,
      ...list,
      formKey: newId(),
    };
  });

export const actions: Actions = {
  invite: formAction('invite', invitation, async ({ ctx, input, formKey, event }) => {
    const mission = await missionPage(ctx, event.params['slug'] ?? '');
    const sent = await inviteVolunteer(ctx, { missionId: mission.id, ...input }, formKey);
    const { roleId, personId } = input;
    await keepReceipt(ctx, { missionId: mission.id, roleId, personId, invitationId: sent.invitationId });
    setFlash(event.cookies, { kind: 'success', text: m.match_invited_flash() });
    redirect(303, href(`/missions/${mission.slug}/candidates?role=${roleId}`));
  }),
};
