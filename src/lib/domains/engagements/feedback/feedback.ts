/** What each side tells the platform at the end, and what figures may be made of it. Pure. */
import { PARTIES, type EngagementState, type Party } from '../engagement/engagement';

export const FEEDBACK_QUESTIONS = ['clear', 'respect', 'again'] as const;
export type FeedbackQuestion = (typeof FEEDBACK_QUESTIONS)[number];
export const FEEDBACK_ANSWERS = ['yes', 'partly', 'no'] as const;
export type FeedbackAnswer = (typeof FEEDBACK_ANSWERS)[number];

export type FeedbackAnswers = Record<FeedbackQuestion, FeedbackAnswer>;

export interface Feedback extends FeedbackAnswers {
  /** `ENGAGEMENT:PARTY`: one of each side. */
  _id: string;
  engagementId: string;
  organisationId: string;
  party: Party;
  personId: string | null;
  text: string;
  at: Date;
}

export const FEEDBACK_MAX = 2000;
/** Fewer answers than this make no figure. */
export const SMALLEST_GROUP = 5;

/** Work that is over, or of which only the public account is missing. */
export const FEEDBACK_STATES: readonly EngagementState[] = ['restitution_due', 'closed', 'terminated'];

export interface FeedbackFigures {
  party: Party;
  count: number;
  /** Null where fewer than five answered. */
  shares: { question: FeedbackQuestion; yes: number; partly: number; no: number }[] | null;
}

export function figuresOf(all: readonly (FeedbackAnswers & { party: Party })[]): FeedbackFigures[] {
  return PARTIES.map((party) => {
    const own = all.filter((each) => each.party === party);
    const share = (question: FeedbackQuestion, answer: FeedbackAnswer) =>
      Math.round((own.filter((each) => each[question] === answer).length / own.length) * 100);
    const shares = FEEDBACK_QUESTIONS.map((question) => ({
      question,
      yes: share(question, 'yes'),
      partly: share(question, 'partly'),
      no: share(question, 'no'),
    }));
    return { party, count: own.length, shares: own.length < SMALLEST_GROUP ? null : shares };
  });
}
