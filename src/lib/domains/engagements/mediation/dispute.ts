/** A dispute between the two sides and its mediation: who may say what when, and what can come of it. Pure. */
import { DAY } from '$lib/shared/dates';
import type { CharterTerms } from '../charter/charter';
import { mayStep, type EngagementState, type Party } from '../engagement/engagement';

export const DISPUTE_STATES = ['open', 'taken', 'proposed', 'closed'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

export const RESOLUTIONS = ['continue', 'change_charter', 'end_hours', 'end_no_fault'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

export const ENDED = ['agreed', 'decided', 'withdrawn', 'left'] as const;
export type DisputeEnd = (typeof ENDED)[number];

export const SPEAKERS = ['volunteer', 'ngo', 'moderator'] as const;
export type Speaker = (typeof SPEAKERS)[number];

export interface DisputeMessage {
  id: string;
  from: Speaker;
  personId: string | null;
  text: string;
  at: Date;
  formKey: string | null;
}

export interface ProposalAnswer {
  party: Party;
  personId: string | null;
  accepted: boolean;
  words: string;
  at: Date;
}

export interface Proposal {
  id: string;
  resolution: Resolution;
  words: string;
  /** Hours that count when the work ends with these and no others. */
  entryIds: string[];
  /** The new charter where it changes. Absent in proposals from before a mediation prepared one. */
  terms?: CharterTerms | null;
  at: Date;
  answers: ProposalAnswer[];
  formKey: string | null;
}

export interface Dispute {
  id: string;
  state: DisputeState;
  /** Where the work stood, and goes on from when it goes on. */
  before: EngagementState;
  by: Party;
  personId: string | null;
  reason: string;
  /** What the side that opened it asks for. */
  asks: string;
  openedAt: Date;
  answer: { text: string; personId: string | null; at: Date } | null;
  moderatorId: string | null;
  takenAt: Date | null;
  /** The new charter as the moderator prepares it; the two sides read it once it is proposed. */
  charterDraft?: CharterTerms | null;
  /** The latest is the one that counts. */
  proposals: Proposal[];
  messages: DisputeMessage[];
  closedAt: Date | null;
  ended: DisputeEnd | null;
  resolution: Resolution | null;
  /** The moderator's reasons, where she decided. */
  decision: string;
  formKey: string | null;
}

export const DISPUTE_MAX = 4000;
export const MAX_MEDIATION_MESSAGES = 200;
export const MAX_PROPOSALS = 10;
/** In one piece of work: who opens more needs an end, not another mediation. */
export const MAX_DISPUTES = 5;

export const otherParty = (party: Party): Party => (party === 'ngo' ? 'volunteer' : 'ngo');

export function currentDispute({ disputes }: { disputes?: Dispute[] }): Dispute | null {
  return disputes?.findLast(({ state }) => state !== 'closed') ?? null;
}

export function latestProposal(dispute: Pick<Dispute, 'state' | 'proposals'>): Proposal | null {
  return dispute.state === 'proposed' ? (dispute.proposals.at(-1) ?? null) : null;
}

export function hasAnswered(proposal: Pick<Proposal, 'answers'>, party: Party): boolean {
  return proposal.answers.some((answer) => answer.party === party);
}

/** What one side has to do in a dispute now. */
export function nextInDispute(dispute: Dispute, party: Party): 'answer_dispute' | 'answer_proposal' | 'wait_mediation' {
  const proposal = latestProposal(dispute);
  if (proposal && !hasAnswered(proposal, party)) return 'answer_proposal';
  return !dispute.answer && dispute.by !== party ? 'answer_dispute' : 'wait_mediation';
}

/** The moderator who took it decides on it; another waits until it is given back. */
export function whyNotMediate(
  dispute: Pick<Dispute, 'state' | 'moderatorId'>,
  personId: string | null,
): 'mediation_refusal_not_taken' | 'mediation_refusal_other_moderator' | null {
  if (dispute.moderatorId === null) return 'mediation_refusal_not_taken';
  return dispute.moderatorId === personId ? null : 'mediation_refusal_other_moderator';
}

/** A charter changes while there is something left to do under it: work that was accepted owes its account alone. */
export function mayChangeCharter({ before }: Pick<Dispute, 'before'>): boolean {
  return mayStep(before, 'propose_change');
}

/** What can come of a dispute, by where the work stood. */
export function resolutionsFor(dispute: Pick<Dispute, 'before'>): Resolution[] {
  return RESOLUTIONS.filter((each) => each !== 'change_charter' || mayChangeCharter(dispute));
}

/** A charter changes by a text that both can read beforehand, not by the intention alone. */
export function whyNotResolve(
  { before, charterDraft }: Pick<Dispute, 'before' | 'charterDraft'>,
  resolution: Resolution,
): 'mediation_refusal_accepted' | 'mediation_refusal_no_charter' | null {
  if (resolution !== 'change_charter') return null;
  if (!mayChangeCharter({ before })) return 'mediation_refusal_accepted';
  return charterDraft ? null : 'mediation_refusal_no_charter';
}

/** Days in which the other side can answer before a decision may be taken without it. */
export const HEARING_DAYS = 3;

export function isHeard({ answer, openedAt }: Pick<Dispute, 'answer' | 'openedAt'>, now: Date): boolean {
  return answer !== null || now.getTime() - openedAt.getTime() >= HEARING_DAYS * DAY;
}
