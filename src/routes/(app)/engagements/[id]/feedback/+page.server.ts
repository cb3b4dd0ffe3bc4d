/** The end of a piece of work: what one tells the platform alone, and the thanks that everyone may read. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import { agreeForm, feedbackForm, thanksByForm, thanksForm } from '$lib/domains/engagements/feedback/feedback-input';
import { agreeToThanks } from '$lib/domains/engagements/server/commands/feedback/agree-to-thanks';
import { giveFeedback } from '$lib/domains/engagements/server/commands/feedback/give-feedback';
import { sayThanks } from '$lib/domains/engagements/server/commands/feedback/say-thanks';
import { takeBackThanks } from '$lib/domains/engagements/server/commands/feedback/take-back-thanks';
import { feedbackPage } from '$lib/domains/engagements/server/queries/together/feedback-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await feedbackPage(ctx, event.params.id);
    return { title: m.feedback_title({ role: page.role.title }), page };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/feedback`));
}

export const actions: Actions = {
  feedback: formAction('feedback', feedbackForm, async ({ ctx, input, event }) => {
    await giveFeedback(ctx, { ...idOf(event), ...input });
    done(event, m.feedback_sent_flash());
  }),
  thanks: formAction('thanks', thanksForm, async ({ ctx, input, event }) => {
    await sayThanks(ctx, { ...idOf(event), text: input.thanks });
    done(event, m.thanks_sent_flash());
  }),
  agree: formAction('agree', agreeForm, async ({ ctx, input, event }) => {
    await agreeToThanks(ctx, { ...idOf(event), by: input.by, writtenAt: input.at });
    done(event, m.thanks_agreed_flash());
  }),
  takeBack: formAction('takeBack', thanksByForm, async ({ ctx, input, event }) => {
    await takeBackThanks(ctx, { ...idOf(event), ...input });
    done(event, m.thanks_taken_back_flash());
  }),
};
