/** What holds for the whole installation; administrators decide it. */
import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { saveSettings } from '$lib/domains/moderation/server/commands/save-settings';
import { settingsPage } from '$lib/domains/moderation/server/queries/settings-page';
import { settingsSchema } from '$lib/domains/moderation/settings/settings-input';
import { formAction, guarded } from '$lib/server/boundary';
import { isAdministrator } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({ title: m.settings_title(), settings: await settingsPage(ctx) }));

const save = formAction('settings', settingsSchema, async ({ ctx, input, event }) => {
  // Before anything is said about what was typed.
  if (!isAdministrator(ctx)) throw new AppError('not_found', 'error_not_found');
  await saveSettings(ctx, input);
  setFlash(event.cookies, { kind: 'success', text: m.settings_saved() });
  redirect(303, href('/moderation/settings'));
});

export const actions = {
  save: async (event: RequestEvent) => {
    const { status, data } = await save(event);
    // A colleague's version stands beside what was typed.
    const theirs = status === 409 ? await settingsPage(event.locals.ctx) : null;
    return fail(status, { ...data, theirs });
  },
} satisfies Actions;
