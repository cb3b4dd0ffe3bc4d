/** Whoever counts the undecided of a role and then writes does so one after the other. */
import { OneAtATime } from '$lib/server/search/one-at-a-time';

const turns = new OneAtATime();

/**
 * Within this process: two processes may let one application too many through, which only makes a line a place longer.
 * Seats themselves are decided by the mission's own document. Never call it from inside its own work.
 */
export function inRoleTurn<T>(roleId: string, work: () => Promise<T>): Promise<T> {
  return turns.run(roleId, work);
}
