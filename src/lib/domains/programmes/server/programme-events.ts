/** What the programmes domain tells the others. */

interface SponsorshipEvent {
  sponsorshipId: string;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'programme.opened': { organisationId: string; by: string | null };
    'sponsorship.requested': SponsorshipEvent;
    'sponsorship.approved': SponsorshipEvent;
    'sponsorship.refused': SponsorshipEvent;
    'sponsorship.lapsed': SponsorshipEvent;
    'sponsorship.withdrawn': SponsorshipEvent;
    'sponsorship.recalled': SponsorshipEvent;
    'sponsorship.closed': SponsorshipEvent;
    /** The token is in the mail only. */
    'staff.invited': { staffId: string; token: string };
    'staff.joined': { staffId: string };
    'staff.left': { staffId: string; organisationId: string; personId: string; by: string | null };
  }
}

export {};
