/** Who holds platform roles; administrators give and take them. */
import { redirect, type Cookies } from '@sveltejs/kit';
import { grantPlatformRole } from '$lib/domains/accounts/server/commands/operator/grant-platform-role';
import { takePlatformRole } from '$lib/domains/accounts/server/commands/operator/take-platform-role';
import { personByEmail, personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { roleHolders } from '$lib/domains/accounts/server/queries/role-holders';
import { grantRoleSchema, platformRoleWords, takeRoleSchema } from '$lib/domains/moderation/platform-role';
import { formAction, guarded } from '$lib/server/boundary';
import { isAdministrator, type Context } from '$lib/server/context';
import { setFlash, type Flash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.moderation_people_title(), holders: await roleHolders(ctx) }));

/** Before anything is looked up: whether an address has an account is for administrators to know. */
function requireAdministrator(ctx: Context): void {
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
}

function done(cookies: Cookies, kind: Flash['kind'], text: string): never {
  setFlash(cookies, { kind, text });
  redirect(303, href('/moderation/people'));
}

export const actions: Actions = {
  give: formAction('give', grantRoleSchema, async ({ ctx, input, event }) => {
    requireAdministrator(ctx);
    const person = await personByEmail(input.email);
    if (!person) throw new AppError('refused', 'moderation_role_no_account', { field: 'email' });
    const changed = await grantPlatformRole(ctx, { personId: person.id, role: input.role });
    const words = { name: person.name, role: platformRoleWords(input.role) };
    done(
      event.cookies,
      changed ? 'success' : 'info',
      changed ? m.moderation_role_given(words) : m.moderation_role_had(words),
    );
  }),
  take: formAction('take', takeRoleSchema, async ({ ctx, input, event }) => {
    requireAdministrator(ctx);
    const person = await personContact(input.personId);
    await takePlatformRole(ctx, input);
    const words = { name: person?.name ?? '', role: platformRoleWords(input.role) };
    done(event.cookies, 'success', m.moderation_role_taken(words));
  }),
};
