/** The aftercare of one deal: how it goes on, the mission it becomes, and its story. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  agreeForm,
  answerForm,
  missionForm,
  registrationOnly,
  storyForm,
} from '$lib/domains/exchange/results/results-input';
import { answerDeal } from '$lib/domains/exchange/server/commands/aftercare/answer-deal';
import { beginMission } from '$lib/domains/exchange/server/commands/aftercare/begin-mission';
import { agreeStory } from '$lib/domains/exchange/server/commands/stories/agree-story';
import { takeBackStory } from '$lib/domains/exchange/server/commands/stories/take-back-story';
import { tellStory } from '$lib/domains/exchange/server/commands/stories/tell-story';
import { dealCarePage } from '$lib/domains/exchange/server/queries/deal-care';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const care = await dealCarePage(ctx, event.params.slug, event.params.deal);
    return { title: m.care_deal_title({ number: care.deal.number ?? 0 }), care };
  });

const idOf = (event: RequestEvent) => ({ dealId: event.params['deal'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/exchange/${event.params['slug'] ?? ''}/aftercare/${idOf(event).dealId}`));
}

export const actions: Actions = {
  answer: formAction('answer', answerForm, async ({ ctx, input, event }) => {
    await answerDeal(ctx, { ...idOf(event), ...input });
    done(event, m.care_answered_flash());
  }),
  mission: formAction('mission', missionForm, async ({ ctx, input, event }) => {
    const { slug, created } = await beginMission(ctx, { ...idOf(event), ...input });
    setFlash(event.cookies, { kind: 'success', text: created ? m.care_mission_flash() : m.care_mission_there_flash() });
    redirect(303, href(`/missions/${slug}/edit`));
  }),
  tell: formAction('tell', storyForm, async ({ ctx, input, event }) => {
    await tellStory(ctx, { ...idOf(event), ...input });
    done(event, m.story_told_flash());
  }),
  agree: formAction('agree', agreeForm, async ({ ctx, input, event }) => {
    await agreeStory(ctx, { ...idOf(event), ...input });
    done(event, m.story_agreed_flash());
  }),
  take_back: formAction('take_back', registrationOnly, async ({ ctx, input, event }) => {
    await takeBackStory(ctx, { ...idOf(event), ...input });
    done(event, m.story_taken_back_flash());
  }),
};
