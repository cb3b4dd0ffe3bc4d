/** A line of thanks in public: one side writes it, the other agrees before anybody reads it, and both can take it back. Pure. */
import type { EngagementState } from '../engagement/engagement';

export interface Thanks {
  text: string;
  at: Date;
  /** Null until whoever is thanked has agreed. */
  agreedAt: Date | null;
}

/** By who wrote it. */
export interface ThanksOfBoth {
  ngo?: Thanks | null;
  volunteer?: Thanks | null;
}

export const THANKS_MAX = 300;
export const THANKS_STATES: readonly EngagementState[] = ['restitution_due', 'closed', 'terminated'];

/** Thanks are public, so the mission must be. */
export function whyNotThank(
  state: EngagementState,
  confidentiality: string,
): 'engagement_refusal_state' | 'thanks_refusal_confidential' | null {
  if (confidentiality !== 'public') return 'thanks_refusal_confidential';
  return THANKS_STATES.includes(state) ? null : 'engagement_refusal_state';
}
