/** Asks for a link to choose a new password. */
import { redirect } from '@sveltejs/kit';
import { addressSchema } from '$lib/domains/accounts/account';
import { requestReset } from '$lib/domains/accounts/server/commands/request-reset';
import { m } from '$lib/paraglide/messages.js';
import { formAction } from '$lib/server/boundary';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: m.account_reset_title(), formKey: newId() });

export const actions: Actions = {
  default: formAction('reset', addressSchema, async ({ ctx, input, formKey }) => {
    await requestReset(ctx, input, formKey);
    redirect(303, href('/reset/sent'));
  }),
};
