/** The events of the volunteers domain. */
declare module '$lib/server/events' {
  interface EventPayloads {
    'volunteer.created': { personId: string };
    /** Anything that matching or a list shows changed. */
    'volunteer.changed': { personId: string };
    'volunteer.removed': { personId: string };
  }
}

export {};
