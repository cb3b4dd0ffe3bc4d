/** What the matching domain tells the others. */

declare module '$lib/server/events' {
  interface EventPayloads {
    /** A moderator kept a ranked list to look at it later. */
    'match.receipt_sampled': { receiptId: string; missionId: string; role: string; by: string | null };
  }
}
export type MatchingEvent = 'match.receipt_sampled';
