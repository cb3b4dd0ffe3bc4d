/** One's data: take it along, or have it deleted. */
import { redirect } from '@sveltejs/kit';
import { deleteAccountSchema } from '$lib/domains/accounts/account';
import { deleteAccount } from '$lib/domains/accounts/server/commands/delete-account';
import { deletionBlock } from '$lib/domains/accounts/server/queries/deletion-block';
import { takeSession } from '$lib/domains/accounts/server/sessions/visit';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { translate } from '$lib/server/translate';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const reason = await deletionBlock(ctx);
    return { title: m.account_room_data(), block: reason && translate(reason, ctx.locale) };
  });

export const actions: Actions = {
  delete: formAction('delete', deleteAccountSchema, async ({ ctx, input, event }) => {
    await deleteAccount(ctx, input);
    takeSession(event);
    setFlash(event.cookies, { kind: 'success', text: m.account_deleted_flash() });
    redirect(303, href('/'));
  }),
};
