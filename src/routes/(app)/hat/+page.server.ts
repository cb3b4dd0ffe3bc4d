/** Puts on another hat, by a posted form of the header, and leads to its first room. */
import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { chooseHat } from '$lib/domains/accounts/server/commands/choose-hat';
import { formAction, guarded } from '$lib/server/boundary';
import { AppError } from '$lib/shared/app-error';
import { href } from '$lib/shared/href';
import { viewerOf } from '../../viewer.server';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const viewer = await viewerOf(ctx);
    redirect(303, viewer?.hats.find(({ key }) => key === viewer.hat)?.href ?? href('/my-work'));
  });

export const actions: Actions = {
  default: formAction('hat', z.strictObject({ hat: z.string().max(90) }), async ({ ctx, input }) => {
    const hat = (await viewerOf(ctx))?.hats.find(({ key }) => key === input.hat);
    // A hat one does not have, or no longer, is told apart from one that never was by nobody.
    if (!hat) throw new AppError('not_found', 'error_not_found');
    await chooseHat(ctx, { hat: hat.key });
    redirect(303, hat.href);
  }),
};
