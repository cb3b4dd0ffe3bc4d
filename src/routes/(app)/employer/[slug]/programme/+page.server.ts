/** The rules of an employer's programme: budget, approval, exclusions, independence, rates. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { independenceForm, programmeForm, rateForm, yearBudgetForm } from '$lib/domains/programmes/programme-input';
import { requireEmployer } from '$lib/domains/programmes/server/access';
import { saveProgramme } from '$lib/domains/programmes/server/commands/programme/save-programme';
import { setRate } from '$lib/domains/programmes/server/commands/programme/set-rate';
import { setYearBudget } from '$lib/domains/programmes/server/commands/programme/set-year-budget';
import { signIndependence } from '$lib/domains/programmes/server/commands/programme/sign-independence';
import { programmePage } from '$lib/domains/programmes/server/queries/programme-page';
import { formAction, guarded } from '$lib/server/boundary';
import type { Context } from '$lib/server/context';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.employer_tab_programme(),
    page: await programmePage(ctx, event.params.slug),
  }));

async function idOf(ctx: Context, event: RequestEvent): Promise<string> {
  return (await requireEmployer(ctx, event.params['slug'] ?? '', 'viewer')).organisation.id;
}

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/employer/${event.params['slug'] ?? ''}/programme`));
}

export const actions: Actions = {
  save: formAction('save', programmeForm, async ({ ctx, input, event }) => {
    await saveProgramme(ctx, { ...input, organisationId: await idOf(ctx, event) });
    done(event, m.programme_saved_flash());
  }),
  sign: formAction('sign', independenceForm, async ({ ctx, input, event }) => {
    await signIndependence(ctx, { organisationId: await idOf(ctx, event), name: input.name });
    done(event, m.programme_signed_flash());
  }),
  year: formAction('year', yearBudgetForm, async ({ ctx, input, event }) => {
    await setYearBudget(ctx, { ...input, organisationId: await idOf(ctx, event) });
    done(event, m.programme_saved_flash());
  }),
  rate: formAction('rate', rateForm, async ({ ctx, input, event }) => {
    const { country, year, rate: cents, source } = input;
    await setRate(ctx, { country, year, cents, source, organisationId: await idOf(ctx, event) });
    done(event, m.programme_saved_flash());
  }),
};
