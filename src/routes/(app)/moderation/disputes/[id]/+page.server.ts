/** One dispute before a moderator who is on neither side: take it, write, propose, decide. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  decisionForm,
  disputeForm,
  mediationMessageForm,
  proposalForm,
} from '$lib/domains/engagements/mediation/mediation-input';
import { decideDispute } from '$lib/domains/engagements/server/commands/mediation/decide-dispute';
import { giveBackDispute } from '$lib/domains/engagements/server/commands/mediation/give-back-dispute';
import { proposeResolution } from '$lib/domains/engagements/server/commands/mediation/propose-resolution';
import { takeDispute } from '$lib/domains/engagements/server/commands/mediation/take-dispute';
import { writeInMediation } from '$lib/domains/engagements/server/commands/mediation/write-in-mediation';
import { disputePage } from '$lib/domains/engagements/server/queries/together/dispute-desk';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await disputePage(ctx, event.params.id);
    return { title: m.dispute_desk_title({ mission: page.mission.title }), page, formKey: newId() };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/moderation/disputes/${idOf(event).engagementId}`));
}

export const actions: Actions = {
  take: formAction('take', disputeForm, async ({ ctx, input, event }) => {
    await takeDispute(ctx, { ...idOf(event), disputeId: input.dispute });
    done(event, m.dispute_taken_flash());
  }),
  giveBack: formAction('giveBack', disputeForm, async ({ ctx, input, event }) => {
    await giveBackDispute(ctx, { ...idOf(event), disputeId: input.dispute });
    done(event, m.dispute_given_back_flash());
  }),
  write: formAction('write', mediationMessageForm, async ({ ctx, input: { dispute, text }, formKey, event }) => {
    await writeInMediation(ctx, { ...idOf(event), disputeId: dispute, text, asModerator: true }, formKey);
    done(event, m.mediation_written_flash());
  }),
  propose: formAction('propose', proposalForm, async ({ ctx, input, formKey, event }) => {
    const { dispute: disputeId, entries: entryIds, resolution, words } = input;
    await proposeResolution(ctx, { ...idOf(event), disputeId, resolution, words, entryIds }, formKey);
    done(event, m.dispute_proposed_flash());
  }),
  decide: formAction('decide', decisionForm, async ({ ctx, input, event }) => {
    const { dispute: disputeId, entries: entryIds, resolution, words } = input;
    await decideDispute(ctx, { ...idOf(event), disputeId, resolution, words, entryIds });
    done(event, m.dispute_decided_flash());
  }),
};
