/** One of the two sides, or the moderator who has it, writes in the thread of a mediation: nobody else ever reads it. */
import { isModerator, requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { MAX_MEDIATION_MESSAGES, type Speaker } from '../../../mediation/dispute';
import { requireEitherParty } from '../../access';
import { changeAs, refuse } from '../../change-engagement';
import type { EngagementDocument } from '../../engagement.model';
import { requireDispute, requireImpartial, requireOwnDispute, withDispute } from '../../mediation/mediator';

export interface WriteInMediation {
  engagementId: string;
  disputeId: string;
  text: string;
  /** Where the form was: at the moderators' desk, or on a side's page. */
  asModerator: boolean;
}

export async function writeInMediation(ctx: Context, input: WriteInMediation, formKey?: string): Promise<void> {
  const { personId } = requireConfirmed(ctx);
  const who = async (seen: EngagementDocument): Promise<Speaker> => {
    if (!input.asModerator) return requireEitherParty(ctx, seen);
    if (!isModerator(ctx)) throw new AppError('not_found', 'error_not_found');
    await requireImpartial(ctx, seen);
    return 'moderator';
  };
  let isNew = false;
  await changeAs(ctx, input.engagementId, who, async (engagement, from) => {
    const dispute = input.asModerator
      ? requireOwnDispute(engagement, input.disputeId, personId)
      : requireDispute(engagement, input.disputeId);
    if (formKey && dispute.messages.some((each) => each.formKey === formKey)) return null;
    refuse(dispute.messages.length < MAX_MEDIATION_MESSAGES ? null : 'mediation_refusal_full');
    if (!isNew) await takeFromLimit('messageByAccount', personId);
    isNew = true;
    const message = { id: newId(), from, personId, text: input.text, at: ctx.now, formKey: formKey ?? null };
    const about = { engagementId: engagement._id, disputeId: dispute.id, messageId: message.id };
    return {
      set: withDispute(engagement, { ...dispute, messages: [...dispute.messages, message] }),
      events: [emit('dispute.message', about)],
    };
  });
}
