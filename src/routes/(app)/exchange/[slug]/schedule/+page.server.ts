/** The organiser's desk of the schedule: rounds, plan, announcement, and suggestion lists. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { nothingForm, publishForm, roundsForm, runForm } from '$lib/domains/exchange/agenda/agenda-input';
import { askForRun } from '$lib/domains/exchange/server/commands/schedule/ask-for-run';
import { publishLists } from '$lib/domains/exchange/server/commands/schedule/publish-lists';
import { publishSchedule } from '$lib/domains/exchange/server/commands/schedule/publish-schedule';
import { setRounds } from '$lib/domains/exchange/server/commands/schedule/set-rounds';
import { takeBackSchedule } from '$lib/domains/exchange/server/commands/schedule/take-back-schedule';
import { schedulePage } from '$lib/domains/exchange/server/queries/schedule/schedule-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => ({
    title: m.exchange_tab_schedule(),
    desk: await schedulePage(ctx, event.params.slug),
  }));

const slugOf = (event: RequestEvent) => event.params['slug'] ?? '';

function back(event: RequestEvent, text: string, kind: 'success' | 'info' = 'success'): never {
  setFlash(event.cookies, { kind, text });
  redirect(303, href(`/exchange/${slugOf(event)}/schedule`));
}

export const actions: Actions = {
  rounds: formAction('rounds', roundsForm, async ({ ctx, input, event }) => {
    await setRounds(ctx, slugOf(event), input);
    back(event, m.schedule_rounds_flash());
  }),
  run: formAction('run', runForm, async ({ ctx, input, event }) => {
    const { started } = await askForRun(ctx, slugOf(event), input.kind);
    back(event, started ? m.schedule_started_flash() : m.schedule_running_flash(), 'info');
  }),
  publish: formAction('publish', publishForm, async ({ ctx, input, event }) => {
    await publishSchedule(ctx, slugOf(event), input);
    back(event, m.schedule_published_flash());
  }),
  takeBack: formAction('takeBack', nothingForm, async ({ ctx, event }) => {
    await takeBackSchedule(ctx, slugOf(event));
    back(event, m.schedule_taken_back_flash());
  }),
  publishLists: formAction('publishLists', nothingForm, async ({ ctx, event }) => {
    await publishLists(ctx, slugOf(event));
    back(event, m.schedule_lists_published_flash());
  }),
};
