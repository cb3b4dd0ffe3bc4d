/** The outcome of an engagement for its two sides: the NGO's draft, then the public text and what was added since. */
import type { Context } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import type { DeciderReply, Outcome } from '../../../outcome/outcome';
import { updateViews, type OutcomeUpdateView } from '../../public-outcomes';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface OutcomeEditPage extends EngagementHead {
  outcome: Omit<Outcome, 'savedAt'> | null;
  /** When the draft was saved that this page shows, as an ISO instant; empty when there is none. */
  seen: string;
  updates: OutcomeUpdateView[];
  firstReply: DeciderReply | null;
  dissent: string;
  today: string;
}

/** @throws AppError not_found for strangers */
export async function outcomeEditPage(ctx: Context, id: string): Promise<OutcomeEditPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const { outcome, outcomeUpdates = [], dissent } = engagement;
  const page = { ...head, dissent: dissent?.text ?? '', today: isoDay(ctx.now) };
  // Until it is published, a draft is the NGO's own.
  const shown = outcome && (head.side === 'ngo' || engagement.state === 'closed') ? outcome : null;
  if (!shown) return { ...page, outcome: null, seen: '', updates: [], firstReply: null };
  const { savedAt, documents, ...rest } = shown;
  return {
    ...page,
    outcome: { ...rest, documents: documents.map(({ label, url }) => ({ label, url })) },
    seen: savedAt.toISOString(),
    updates: updateViews(engagement),
    firstReply: outcomeUpdates[0]?.before.reply ?? shown.reply,
  };
}
