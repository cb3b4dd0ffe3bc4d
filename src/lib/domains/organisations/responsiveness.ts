/** How an organisation answers those who apply: how often, and how fast. Pure. */

/** Replies the median is taken over. */
export const KEPT_REPLIES = 50;

export interface Reply {
  /** Names the cause, so that a repeated event counts once. */
  key: string | null;
  answered: boolean;
  /** Hours from the question to the reply; null when there was none, or when nobody knows. */
  hours: number | null;
}

export interface Responsiveness {
  asked: number;
  answered: number;
  medianReplyHours: number | null;
  recent: Reply[];
}

export const NO_REPLIES: Responsiveness = { asked: 0, answered: 0, medianReplyHours: null, recent: [] };

/** The figures after one more question; the same figures when the cause is counted already. */
export function withReply(before: Responsiveness, reply: Reply): Responsiveness {
  if (reply.key !== null && before.recent.some((known) => known.key === reply.key)) return before;
  const recent = [...before.recent, reply].slice(-KEPT_REPLIES);
  return {
    asked: before.asked + 1,
    answered: before.answered + (reply.answered ? 1 : 0),
    medianReplyHours: medianOf(recent.flatMap(({ hours }) => (hours === null ? [] : [hours]))),
    recent,
  };
}

/** 0..1, or null while nobody has asked. */
export function shareAnswered(figures: Pick<Responsiveness, 'asked' | 'answered'>): number | null {
  return figures.asked === 0 ? null : figures.answered / figures.asked;
}

/** The middle value, or the mean of the two in the middle; null for an empty list. */
export function medianOf(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
