/** The hours of an engagement: the volunteer logs them, the NGO verifies them. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  editHoursForm,
  entriesForm,
  entryForm,
  entryReasonForm,
  logHoursForm,
} from '$lib/domains/engagements/hours/hours-input';
import { deleteHours } from '$lib/domains/engagements/server/commands/hours/delete-hours';
import { editHours } from '$lib/domains/engagements/server/commands/hours/edit-hours';
import { logHours } from '$lib/domains/engagements/server/commands/hours/log-hours';
import { queryHours } from '$lib/domains/engagements/server/commands/hours/query-hours';
import { rejectHours } from '$lib/domains/engagements/server/commands/hours/reject-hours';
import { verifyHours } from '$lib/domains/engagements/server/commands/hours/verify-hours';
import { hoursPage } from '$lib/domains/engagements/server/queries/work/hours-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const hours = await hoursPage(ctx, event.params.id);
    return { title: m.hours_title({ role: hours.role.title }), hours, formKey: newId(), now: ctx.now };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/hours`));
}

export const actions: Actions = {
  log: formAction('log', logHoursForm, async ({ ctx, input, formKey, event }) => {
    await logHours(ctx, { ...idOf(event), ...input }, formKey);
    done(event, m.hours_logged_flash());
  }),
  edit: formAction('edit', editHoursForm, async ({ ctx, input, event }) => {
    const { entry: entryId, ...rest } = input;
    await editHours(ctx, { ...idOf(event), entryId, ...rest });
    done(event, m.hours_edited_flash());
  }),
  delete: formAction('delete', entryForm, async ({ ctx, input, event }) => {
    await deleteHours(ctx, { ...idOf(event), entryId: input.entry });
    done(event, m.hours_deleted_flash());
  }),
  verify: formAction('verify', entriesForm, async ({ ctx, input, event }) => {
    await verifyHours(ctx, { ...idOf(event), entryIds: input.entries });
    done(event, m.hours_verified_flash());
  }),
  query: formAction('query', entryReasonForm, async ({ ctx, input, event }) => {
    await queryHours(ctx, { ...idOf(event), entryId: input.entry, reason: input.reason });
    done(event, m.hours_queried_flash());
  }),
  reject: formAction('reject', entryReasonForm, async ({ ctx, input, event }) => {
    await rejectHours(ctx, { ...idOf(event), entryId: input.entry, reason: input.reason });
    done(event, m.hours_rejected_flash());
  }),
};
