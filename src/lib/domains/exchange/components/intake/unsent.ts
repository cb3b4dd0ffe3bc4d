/**
 * Deals that a broker has finished and the server has not confirmed yet: kept on the device, sent again by itself with growing,
 * jittered pauses. Each carries the key of its form, so that sending it twice makes one deal.
 */
export interface Unsent {
  key: string;
  /** The sides as typed, for the list. */
  title: string;
  fields: [string, string][];
  savedAt: number;
  tries: number;
  state: 'sending' | 'waiting' | 'refused' | 'sent';
  /** What the server said about it. */
  message: string;
  /** Where the deal is, once it is made. */
  href: string;
}

export type Answer =
  | { kind: 'made'; href: string }
  /** The broker must look at it again. */
  | { kind: 'refused'; message: string }
  /** Nobody answered, or not now: it is sent again. */
  | { kind: 'later'; message: string };

const PREFIX = 'causeway-unsent:';
const KEPT_FOR = 7 * 24 * 3_600_000;

/** 2, 4, 8 … 60 seconds, each shortened by up to a half, so that forty tablets do not come back at the same moment. */
export function pauseBefore(tries: number, random: number): number {
  return Math.min(60_000, 1000 * 2 ** Math.min(tries, 6)) * (1 - random / 2);
}

/** What an answer means for the deal. Answers in the 400s are about what was typed, but for those that pass by themselves. */
export function answerOf(status: number, message: string): Answer {
  const passes = status >= 500 || [401, 403, 408, 425, 429].includes(status);
  return { kind: passes ? 'later' : 'refused', message };
}

export function afterAnswer(one: Unsent, answer: Answer): Unsent {
  if (answer.kind === 'made') return { ...one, state: 'sent', message: '', href: answer.href };
  const state = answer.kind === 'refused' ? 'refused' : 'waiting';
  return { ...one, state, message: answer.message, tries: one.tries + 1 };
}

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What waits on this device for this person. What was under way when the page closed may not have arrived: it waits again. */
export function readUnsent(store: Store, owner: string, now: number): Unsent[] {
  try {
    const kept = JSON.parse(store.getItem(PREFIX + owner) ?? '[]') as Unsent[];
    return kept
      .filter((one) => one.state !== 'sent' && now - one.savedAt < KEPT_FOR)
      .map((one) => (one.state === 'sending' ? { ...one, state: 'waiting' } : one));
  } catch {
    return [];
  }
}

/** Whether the device took it. */
export function writeUnsent(store: Store, owner: string, list: readonly Unsent[]): boolean {
  try {
    const open = list.filter(({ state }) => state !== 'sent');
    if (open.length === 0) store.removeItem(PREFIX + owner);
    else store.setItem(PREFIX + owner, JSON.stringify(open));
    return true;
  } catch {
    return false;
  }
}
