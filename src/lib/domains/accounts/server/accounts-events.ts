/** The events of the accounts domain. */
import type { PlatformRole } from '$lib/server/context';
import type { Locale } from '$lib/shared/locale';

/** Who changed whose platform roles, for the audit log. */
export interface RoleChange {
  personId: string;
  role: PlatformRole;
  /** The administrator; null for the platform's own programs. */
  by: string | null;
  before: PlatformRole[];
  after: PlatformRole[];
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'account.signed_up': { personId: string };
    'account.confirmed': { personId: string };
    /** By the single sign-on of this provider, which is named after an employer. */
    'account.signed_on': { personId: string; providerKey: string };
    /** The name or the language changed: whoever shows or indexes them reads them again. */
    'account.changed': { personId: string };
    'account.password_changed': { personId: string };
    'account.second_factor_changed': { personId: string; on: boolean };
    /** Mails to addresses; the request says which, whether or not an account has it. */
    'account.mail_requested': { requestId: string };
    'account.email_changed': { personId: string; oldEmail: string };
    'account.role_granted': RoleChange;
    'account.role_taken': RoleChange;
    /** The last chance to read the address: the record has forgotten it. */
    'account.deleted': { personId: string; email: string; name: string; locale: Locale };
  }
}
