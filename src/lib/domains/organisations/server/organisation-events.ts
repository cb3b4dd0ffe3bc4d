/** What the organisations domain tells the others. */
import type { FlagKind, MemberRole, OrganisationState } from '../organisation';

/** `by` is the person who did it, null for the platform; `note` is what she wrote for the organisation. */
interface Decision {
  organisationId: string;
  by: string | null;
  note: string | null;
  /** The state before: what an audit can no longer read. */
  from: OrganisationState;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'organisation.created': { organisationId: string };
    'organisation.changed': { organisationId: string; fields: string[] };
    /** Corrected after a moderator asked for it: it waits to be checked again. */
    'organisation.resubmitted': { organisationId: string };
    'organisation.verified': Decision;
    'organisation.changes_requested': Decision;
    'organisation.suspended': Decision;
    'organisation.reinstated': Decision & { to: OrganisationState };
    'organisation.flagged': { organisationId: string; kind: FlagKind };
    'organisation.flags_cleared': { organisationId: string; by: string | null; note: string | null; detail: string };
    /** Members of `fromId` belong to `intoId` from now on, and what was filed under the one is the other's. */
    'organisation.merged': { fromId: string; intoId: string; by: string | null; note: string | null };
    /** The token is in the mail only: the database keeps its hash. */
    'organisation.member_invited': { organisationId: string; invitationId: string; token: string };
    'organisation.member_joined': { organisationId: string; personId: string };
    'organisation.member_left': { organisationId: string; personId: string };
    'organisation.member_removed': { organisationId: string; personId: string; by: string | null };
    /** By a moderator, where the last owner had gone. */
    'organisation.owner_appointed': { organisationId: string; personId: string; by: string | null; from: MemberRole };
    'organisation.member_role_changed': {
      organisationId: string;
      personId: string;
      by: string | null;
      from: MemberRole;
      to: MemberRole;
    };
  }
}
