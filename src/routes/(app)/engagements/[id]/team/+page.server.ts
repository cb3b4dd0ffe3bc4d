/** The team of a mission: who does what, who leads, and who answers for a student's work. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { noFields } from '$lib/domains/engagements/application/application-input';
import { nameLead } from '$lib/domains/engagements/server/commands/team/name-lead';
import { nameSupervisor } from '$lib/domains/engagements/server/commands/team/name-supervisor';
import { releaseSupervisor } from '$lib/domains/engagements/server/commands/team/release-supervisor';
import { resendSupervisorLink } from '$lib/domains/engagements/server/commands/team/resend-supervisor-link';
import { showToTeam } from '$lib/domains/engagements/server/commands/team/show-to-team';
import { teamPage } from '$lib/domains/engagements/server/queries/together/team-page';
import { leadForm, releaseForm, showForm, supervisorForm } from '$lib/domains/engagements/team/team-input';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const team = await teamPage(ctx, event.params.id);
    return { title: m.team_title({ role: team.role.title }), team };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/team`));
}

export const actions: Actions = {
  lead: formAction('lead', leadForm, async ({ ctx, input, event }) => {
    await nameLead(ctx, { ...idOf(event), leadId: input.lead || null });
    done(event, input.lead ? m.team_lead_flash() : m.team_no_lead_flash());
  }),
  show: formAction('show', showForm, async ({ ctx, input, event }) => {
    await showToTeam(ctx, { ...idOf(event), ...input });
    done(event, input.shown ? m.team_shown_flash() : m.team_hidden_flash());
  }),
  supervisor: formAction('supervisor', supervisorForm, async ({ ctx, input, event }) => {
    const { token } = await nameSupervisor(ctx, { ...idOf(event), ...input });
    done(event, token ? m.supervision_asked_flash({ name: input.name }) : m.supervision_named_flash());
  }),
  resend: formAction('resend', noFields, async ({ ctx, event }) => {
    await resendSupervisorLink(ctx, idOf(event));
    done(event, m.supervision_resent_flash());
  }),
  release: formAction('release', releaseForm, async ({ ctx, input, event }) => {
    await releaseSupervisor(ctx, { ...idOf(event), supervisionId: input.supervision });
    done(event, m.supervision_released_flash());
  }),
};
