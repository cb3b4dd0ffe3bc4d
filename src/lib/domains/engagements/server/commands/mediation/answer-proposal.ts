/** One side accepts the moderator's proposal or not; with the second yes the dispute ends as proposed. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { hasAnswered, latestProposal } from '../../../mediation/dispute';
import { changeEngagement, refuse } from '../../change-engagement';
import { closeDispute } from '../../mediation/close-dispute';
import { requireDispute, withDispute } from '../../mediation/mediator';

export interface AnswerProposal {
  engagementId: string;
  disputeId: string;
  proposalId: string;
  accepted: boolean;
  words: string;
}

/** The same answer twice changes nothing. @throws AppError conflict when another proposal took its place */
export async function answerProposal(ctx: Context, input: AnswerProposal): Promise<void> {
  const { proposalId, accepted, words } = input;
  await changeEngagement(ctx, input.engagementId, 'either', (engagement, party) => {
    const repeated = engagement.disputes
      ?.find(({ id }) => id === input.disputeId)
      ?.proposals.find(({ id }) => id === proposalId)
      ?.answers.find((answer) => answer.party === party);
    if (repeated?.accepted === accepted) return null;
    const dispute = requireDispute(engagement, input.disputeId);
    const proposal = latestProposal(dispute);
    if (proposal?.id !== proposalId) throw new AppError('conflict', 'mediation_refusal_replaced');
    refuse(hasAnswered(proposal, party) ? 'mediation_refusal_answered' : null);
    const answer = { party, personId: ctx.actor?.personId ?? null, accepted, words, at: ctx.now };
    const next = { ...proposal, answers: [...proposal.answers, answer] };
    const answered = { ...dispute, proposals: [...dispute.proposals.slice(0, -1), next] };
    const about = { engagementId: engagement._id, disputeId: dispute.id, party, accepted };
    if (next.answers.length === 2 && next.answers.every((each) => each.accepted)) {
      const { resolution, entryIds, words: agreed, terms = null } = proposal;
      const how = { resolution, entryIds, terms, words: agreed, ended: 'agreed' as const, by: dispute.moderatorId };
      return closeDispute(ctx, engagement, answered, how);
    }
    // A no leaves the matter with the moderator.
    const state = accepted ? ('proposed' as const) : ('taken' as const);
    return {
      set: withDispute(engagement, { ...answered, state }),
      entries: [{ what: accepted ? `proposal_accepted_${party}` : `proposal_declined_${party}` }],
      events: [emit('dispute.proposal_answered', about)],
    };
  });
}
