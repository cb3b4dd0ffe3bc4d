/** Who is moderator or administrator; only administrators change it. */
import { redirect } from '@sveltejs/kit';
import { roleSchema } from '$lib/domains/accounts/account';
import { grantPlatformRole } from '$lib/domains/accounts/server/commands/operator/grant-platform-role';
import { takePlatformRole } from '$lib/domains/accounts/server/commands/operator/take-platform-role';
import { personForRole, roleHolders } from '$lib/domains/accounts/server/queries/role-holders';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.account_roles_title(), holders: await roleHolders(ctx) }));

export const actions: Actions = {
  grant: formAction('grant', roleSchema, async ({ ctx, input, event }) => {
    const person = await personForRole(ctx, input.email);
    await grantPlatformRole(ctx, { personId: person.id, role: input.role });
    setFlash(event.cookies, { kind: 'success', text: m.account_roles_granted_flash({ name: person.name }) });
    redirect(303, href('/operator/roles'));
  }),
  take: formAction('take', roleSchema, async ({ ctx, input, event }) => {
    const person = await personForRole(ctx, input.email);
    await takePlatformRole(ctx, { personId: person.id, role: input.role });
    setFlash(event.cookies, { kind: 'success', text: m.account_roles_taken_flash({ name: person.name }) });
    redirect(303, href('/operator/roles'));
  }),
};
