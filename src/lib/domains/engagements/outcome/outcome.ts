/** The restitution: what was asked, what was sent, what the decision-maker did. Pure. */

export const REPLIES = [
  'none',
  'acknowledged',
  'followed',
  'followed_in_part',
  'refused_with_reasons',
  'refused_without_reasons',
] as const;
export type DeciderReply = (typeof REPLIES)[number];

export interface OutcomeDocument {
  label: string;
  url: string;
}

export interface Outcome {
  asked: string;
  submitted: string;
  documents: OutcomeDocument[];
  reply: DeciderReply;
  /** Calendar day of the reply, or null. */
  replyDay: string | null;
  result: string;
  nextStep: string;
  /** "Rapporteur": a role, never a name; empty when nobody was met. */
  metRole: string;
  metDay: string | null;
  savedAt: Date;
}

/** The volunteer's own view where she disagrees: published with the outcome, unchanged. */
export interface Dissent {
  text: string;
  at: Date;
}

export const OUTCOME_LIMITS = { asked: 2000, submitted: 2000, result: 4000, nextStep: 1000, metRole: 160 } as const;
/** In the order of the form: what two versions of a draft may differ in, besides their documents. */
export const TOLD_FIELDS = [
  'asked',
  'submitted',
  'reply',
  'replyDay',
  'result',
  'nextStep',
  'metRole',
  'metDay',
] as const satisfies (keyof Outcome)[];

export const MAX_DOCUMENTS = 10;
export const DISSENT_MAX = 2000;

/** What an outcome lacks before it can be published, by field; empty when nothing. */
export function missingIn(outcome: Outcome | null): ('asked' | 'submitted' | 'result')[] {
  return (['asked', 'submitted', 'result'] as const).filter((field) => !outcome || outcome[field].trim() === '');
}

export function isOverdue(engagement: { state: string; outcomeDueAt: Date | null }, now: Date): boolean {
  return engagement.state === 'restitution_due' && engagement.outcomeDueAt !== null && engagement.outcomeDueAt < now;
}
