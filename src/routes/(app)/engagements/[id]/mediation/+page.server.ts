/** A dispute and its mediation, for the two sides. */
import { redirect, type RequestEvent } from '@sveltejs/kit';
import {
  answerDisputeForm,
  disputeForm,
  mediationMessageForm,
  openDisputeForm,
  proposalAnswerForm,
} from '$lib/domains/engagements/mediation/mediation-input';
import { answerDispute } from '$lib/domains/engagements/server/commands/mediation/answer-dispute';
import { answerProposal } from '$lib/domains/engagements/server/commands/mediation/answer-proposal';
import { openDispute } from '$lib/domains/engagements/server/commands/mediation/open-dispute';
import { withdrawDispute } from '$lib/domains/engagements/server/commands/mediation/withdraw-dispute';
import { writeInMediation } from '$lib/domains/engagements/server/commands/mediation/write-in-mediation';
import { mediationPage } from '$lib/domains/engagements/server/queries/together/mediation-page';
import { m } from '$lib/paraglide/messages.js';
import { formAction, guarded } from '$lib/server/boundary';
import { setFlash } from '$lib/server/flash';
import { href } from '$lib/shared/href';
import { newId } from '$lib/shared/ids';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) =>
  guarded(event, async (ctx) => {
    const page = await mediationPage(ctx, event.params.id);
    return { title: m.mediation_title({ role: page.role.title }), page, formKey: newId() };
  });

const idOf = (event: RequestEvent) => ({ engagementId: event.params['id'] ?? '' });

function done(event: RequestEvent, text: string): never {
  setFlash(event.cookies, { kind: 'success', text });
  redirect(303, href(`/engagements/${idOf(event).engagementId}/mediation`));
}

export const actions: Actions = {
  open: formAction('open', openDisputeForm, async ({ ctx, input: { reason, asks }, formKey, event }) => {
    await openDispute(ctx, { ...idOf(event), reason, asks }, formKey);
    done(event, m.mediation_opened_flash());
  }),
  answer: formAction('answer', answerDisputeForm, async ({ ctx, input: { dispute, answer }, event }) => {
    await answerDispute(ctx, { ...idOf(event), disputeId: dispute, answer });
    done(event, m.mediation_answered_flash());
  }),
  write: formAction('write', mediationMessageForm, async ({ ctx, input: { dispute, text }, formKey, event }) => {
    await writeInMediation(ctx, { ...idOf(event), disputeId: dispute, text, asModerator: false }, formKey);
    done(event, m.mediation_written_flash());
  }),
  decide: formAction('decide', proposalAnswerForm, async ({ ctx, input, event }) => {
    const { dispute: disputeId, proposal: proposalId, accepted, words } = input;
    await answerProposal(ctx, { ...idOf(event), disputeId, proposalId, accepted, words });
    done(event, accepted ? m.mediation_accepted_flash() : m.mediation_declined_flash());
  }),
  withdraw: formAction('withdraw', disputeForm, async ({ ctx, input: { dispute }, event }) => {
    await withdrawDispute(ctx, { ...idOf(event), disputeId: dispute });
    done(event, m.mediation_withdrawn_flash());
  }),
};
