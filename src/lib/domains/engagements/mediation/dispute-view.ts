/** A dispute as its two sides and the moderator read it: the same for all three, with names in place of ids. Pure. */
import type { DiffLine } from '../charter/charter-diff';
import type { Party } from '../engagement/engagement';
import type { DisputeEnd, DisputeState, Resolution, Speaker } from './dispute';

export interface CharterDifference {
  /** Of the new text. */
  language: string;
  lines: DiffLine[];
}

export interface ProposalView {
  id: string;
  resolution: Resolution;
  words: string;
  minutes: number;
  /** Between the charter in force and the one proposed, while it waits for answers. */
  difference: CharterDifference | null;
  at: string;
  answers: { party: Party; accepted: boolean; words: string; at: string }[];
}

export interface DisputeView {
  id: string;
  state: DisputeState;
  by: Party;
  reason: string;
  asks: string;
  openedAt: string;
  openedBy: string | null;
  answer: { text: string; at: string; by: string | null } | null;
  moderator: string | null;
  proposal: ProposalView | null;
  earlierProposals: ProposalView[];
  messages: { id: string; from: Speaker; by: string | null; text: string; at: string }[];
  closedAt: string | null;
  ended: DisputeEnd | null;
  resolution: Resolution | null;
  decision: string;
}
