/** The events of the messaging domain. */
declare module '$lib/server/events' {
  interface EventPayloads {
    'message.sent': { threadId: string; messageId: string };
    /** An answer was asked for by tomorrow, or by a day that has passed. */
    'message.answer_due': { threadId: string; messageId: string; reminder: 'before' | 'overdue' };
  }
}

export {};
