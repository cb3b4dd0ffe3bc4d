/** Who is in the hall: organisations that were checked in, and which of their delegates came with them. Pure. */
import type { Delegate } from './registration';

export interface Arrival {
  delegates: readonly Pick<Delegate, 'id'>[];
  checkedInAt: Date | null;
  leftAt: Date | null;
  /** Delegates who are not there though their organisation is; missing where nobody was ever noted so. */
  away?: readonly string[];
}

const isThere = ({ checkedInAt, leftAt }: Arrival) => checkedInAt !== null && leftAt === null;

export function delegatesHere(arrival: Arrival): string[] {
  const { delegates, away = [] } = arrival;
  return isThere(arrival) ? delegates.map(({ id }) => id).filter((id) => !away.includes(id)) : [];
}

export function isInHall(arrival: Arrival): boolean {
  return isThere(arrival) && (arrival.delegates.length === 0 || delegatesHere(arrival).length > 0);
}

/** Delegates who are waited for though somebody of theirs is there. */
export function delegatesAway(arrival: Arrival): string[] {
  const { delegates, away = [] } = arrival;
  return isInHall(arrival) ? delegates.map(({ id }) => id).filter((id) => away.includes(id)) : [];
}

/** Delegates who are there, and those nobody waits for: their organisation has left or is not coming, or they alone. */
export function presenceOf(
  registrations: readonly (Arrival & { _id: string })[],
  gone: readonly string[],
): { here: Set<string>; gone: Set<string> } {
  const isGone = ({ _id, leftAt }: Arrival & { _id: string }) => leftAt !== null || gone.includes(_id);
  return {
    here: new Set(registrations.flatMap(delegatesHere)),
    gone: new Set([...gone, ...registrations.filter(isGone).flatMap(({ delegates }) => delegates.map(({ id }) => id))]),
  };
}
