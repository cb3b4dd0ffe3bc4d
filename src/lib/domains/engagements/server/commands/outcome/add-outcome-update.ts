/** The NGO adds to a published outcome what the decision-maker answered since; what was published stays as it was. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { DEFAULT_TIME_ZONE, isoDay } from '$lib/shared/dates';
import { newId } from '$lib/shared/ids';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { whyNotStep } from '../../../engagement/engagement';
import type { DeciderReply } from '../../../outcome/outcome';
import { isReplyReminder, MAX_UPDATES, whyNotUpdate } from '../../../outcome/outcome-update';
import { changeEngagement, refuse } from '../../change-engagement';

export interface AddOutcomeUpdate {
  engagementId: string;
  reply: DeciderReply;
  /** `2027-03-12`, or null. */
  replyDay: string | null;
  text: string;
}

/** The same form sent again adds nothing; two editors at once add both. @throws AppError refused at the day of the reply */
export async function addOutcomeUpdate(ctx: Context, input: AddOutcomeUpdate, formKey?: string): Promise<void> {
  const { engagementId, reply, replyDay, text } = input;
  const timeZone = (ctx.actor && (await personContact(ctx.actor.personId))?.timeZone) ?? DEFAULT_TIME_ZONE;
  await changeEngagement(ctx, engagementId, 'ngo', (engagement) => {
    const { missionId, state, outcome, outcomeUpdates = [], outcomeReminders } = engagement;
    if (formKey && outcomeUpdates.some((each) => each.formKey === formKey)) return null;
    refuse(whyNotStep(state, 'update_outcome'));
    if (!outcome) throw new AppError('refused', 'engagement_refusal_state');
    refuse(whyNotUpdate({ reply, replyDay }, isoDay(ctx.now, timeZone)), 'replyDay');
    refuse(outcomeUpdates.length < MAX_UPDATES ? null : 'outcome_refusal_updates');
    const before = { reply: outcome.reply, replyDay: outcome.replyDay };
    const added = { id: newId(), at: ctx.now, reply, replyDay, text, before, formKey: formKey ?? null };
    return {
      set: {
        outcome: { ...outcome, reply, replyDay },
        outcomeUpdates: [...outcomeUpdates, added],
        outcomeReminders: outcomeReminders.filter((kind) => !isReplyReminder(kind)),
      },
      entries: [{ what: 'outcome_updated' }],
      events: [emit('outcome.updated', { engagementId, missionId, updateId: added.id })],
    };
  });
}
