/** An employer's staff: who belongs to the programme, whom to invite, and how to bring in a list. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { editStaffForm, importStaffForm, inviteStaffForm, staffForm } from '$lib/domains/programmes/programme-input';
import { requireEmployer } from '$lib/domains/programmes/server/access';
import { editStaff } from '$lib/domains/programmes/server/commands/staff/edit-staff';
import { importStaff } from '$lib/domains/programmes/server/commands/staff/import-staff';
import { inviteStaff } from '$lib/domains/programmes/server/commands/staff/invite-staff';
import { removeStaff } from '$lib/domains/programmes/server/commands/staff/remove-staff';
import { staffPage } from '$lib/domains/programmes/server/queries/staff-page';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const { searchParams } = event.url;
    const page = Number(searchParams.get('page') ?? 1);
    const list = await staffPage(ctx, event.params.slug, { page, query: searchParams.get('q') });
    return { title: m.employer_tab_staff(), list };
  });

async function idOf(ctx: Context, event: RequestEvent): Promise<string> {
  return (await requireEmployer(ctx, event.params['slug'] ?? '', 'viewer')).organisation.id;
}

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/employer/${event.params['slug'] ?? ''}/staff`));
}

export const actions: Actions = {
  invite: formAction('invite', inviteStaffForm, async ({ ctx, input, event }) => {
    const { email, team, manager } = input;
    await inviteStaff(ctx, { organisationId: await idOf(ctx, event), email, team, managerEmail: manager });
    done(event, m.organisation_invite_sent({ email }));
  }),
  edit: formAction('edit', editStaffForm, async ({ ctx, input, event }) => {
    const { staff: staffId, team, manager } = input;
    await editStaff(ctx, { organisationId: await idOf(ctx, event), staffId, team, managerEmail: manager });
    done(event, m.staff_saved_flash());
  }),
  remove: formAction('remove', staffForm, async ({ ctx, input, event }) => {
    await removeStaff(ctx, { organisationId: await idOf(ctx, event), staffId: input.staff });
    done(event, m.staff_removed_flash());
  }),
  import: formAction('import', importStaffForm, async ({ ctx, input, event }) => {
    const list = await importStaff(ctx, { ...input, organisationId: await idOf(ctx, event) });
    if (input.confirmed) done(event, m.staff_imported_flash({ count: list.invited }));
    const problems = list.problems
      .slice(0, 100)
      .map((each) => ({ ...each, reason: translate(each.reason, ctx.locale) }));
    return { preview: { rows: list.rows.slice(0, 50), count: list.rows.length, problems, list: input.list } };
  }),
};
