/** What watching tells: a saved search has found missions that its owner was not told of. */

export interface SearchMatch {
  personId: string;
  searchId: string;
  missionIds: string[];
  /** The moment of the digest it belongs to; null for an alert at once. */
  digestAt: string | null;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'search.matched': SearchMatch;
  }
}
