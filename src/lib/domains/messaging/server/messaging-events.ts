/** The events of the messaging domain. */
declare module '$lib/server/events' {
  interface EventPayloads {
    'message.sent': { threadId: string; messageId: string };
  }
}

export {};
