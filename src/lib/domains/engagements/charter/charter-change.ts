/** A change of a charter that both have signed: the next version waits for new signatures while the old one stands. Pure. */
import { stateAfterDelivery, type WorkDeliverable } from '../delivery/delivery';
import type { EngagementState, Party } from '../engagement/engagement';
import type { Charter, CharterTerms } from './charter';

/** A side; the moderator, where a mediation ended with another charter; null is the platform, for a sponsor. */
export type ChangeAuthor = Party | 'moderator' | null;

export interface CharterChange {
  /** The version it becomes, in full, with the signatures it has so far. */
  charter: Charter;
  by: ChangeAuthor;
  reason: string;
}

export type ChangeRefusal = 'charter_refusal_delivered' | 'charter_refusal_nothing_left';

/** What was handed in stays in the charter, and something is left to deliver. */
export function whyNotPromise(
  terms: Pick<CharterTerms, 'deliverables'>,
  deliverables: readonly WorkDeliverable[],
): ChangeRefusal | null {
  const promised = new Set(terms.deliverables.map(({ id }) => id));
  if (deliverables.some(({ id, versions }) => versions.length > 0 && !promised.has(id)))
    return 'charter_refusal_delivered';
  return deliverablesAfter(terms, deliverables).every(({ state }) => state === 'accepted')
    ? 'charter_refusal_nothing_left'
    : null;
}

/** What is promised from now on, with what was handed in so far. */
export function deliverablesAfter(
  terms: Pick<CharterTerms, 'deliverables'>,
  deliverables: readonly WorkDeliverable[],
): WorkDeliverable[] {
  const known = new Map(deliverables.map((each) => [each.id, each]));
  return terms.deliverables.map(({ id, title, detail }) => ({
    ...(known.get(id) ?? { state: 'open' as const, versions: [] }),
    id,
    title,
    detail,
  }));
}

/** Where the work stands once the change counts: paused work stays paused. */
export function stateAfterChange(state: EngagementState, deliverables: readonly WorkDeliverable[]): EngagementState {
  return state === 'paused' ? state : stateAfterDelivery(deliverables);
}
