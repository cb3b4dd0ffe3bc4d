/**
 * Deals that a broker has finished and the server has not confirmed yet: kept on the device, sent again by themselves with
 * growing, jittered pauses. Each carries the key of its form, so that sending it twice makes one deal, and lies in a place of
 * its own, so that two pages that are open at once never write over each other.
 */
export interface Unsent {
  key: string;
  /** The edition it is for. */
  slug: string;
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

export const UNSENT = 'causeway-unsent:';

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

/** What the sides promise each other, for whoever must recognise the deal. */
export const promisesOf = ({ fields }: Unsent): string =>
  fields.flatMap(([name, value]) => (/^legs\.\d\.what$/.test(name) && value.trim() ? [value.trim()] : [])).join(' · ');

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const placeOf = (owner: string, key: string) => `${UNSENT}${owner}:${key}`;

function places(store: Store): string[] {
  try {
    const all = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
    return all.filter((place) => place.startsWith(UNSENT));
  } catch {
    return [];
  }
}

function read(store: Store, place: string): Unsent[] {
  try {
    const one = JSON.parse(store.getItem(place) ?? 'null') as Unsent | null;
    return one ? [one] : [];
  } catch {
    return [];
  }
}

/** How many deals wait on this device: of this person, and of others, which only they can send. */
export function countUnsent(store: Store, owner: string | null): { own: number; others: number } {
  const all = places(store);
  const own = owner ? all.filter((place) => place.startsWith(placeOf(owner, ''))).length : 0;
  return { own, others: all.length - own };
}

/** What waits on this device for this person, the newest first. What was under way when the page closed waits again. */
export function readUnsent(store: Store, owner: string): Unsent[] {
  return places(store)
    .filter((place) => place.startsWith(placeOf(owner, '')))
    .flatMap((place) => read(store, place))
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** Whether another page of this browser has sent it or thrown it away. */
export function isKept(store: Store, owner: string, key: string): boolean {
  return read(store, placeOf(owner, key)).length > 0;
}

/** Whether the device took it. */
export function writeUnsent(store: Store, owner: string, one: Unsent): boolean {
  try {
    const { key, state } = one;
    if (state === 'sent') store.removeItem(placeOf(owner, key));
    else store.setItem(placeOf(owner, key), JSON.stringify({ ...one, state: state === 'sending' ? 'waiting' : state }));
    return true;
  } catch {
    return false;
  }
}

export function dropUnsent(store: Store, owner: string, key: string): void {
  try {
    store.removeItem(placeOf(owner, key));
  } catch {
    // A device that keeps nothing has nothing to drop.
  }
}
