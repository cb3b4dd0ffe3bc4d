/** What the holder of a staff invitation's link may know: who invites, and whether it is for her. */
import type { Context } from '$lib/server/context';
import { hashToken } from '$lib/domains/accounts/server/links/secret-token';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { maskEmail } from '$lib/domains/organisations/membership';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { STAFF_INVITATION_MS } from '../../staff';
import { Staff, type StaffDocument } from '../staff.model';

export type StaffInvitation =
  | { standing: 'over' }
  | { standing: 'yours' | 'other_address' | 'unconfirmed' | 'stranger'; employer: string; invited: string };

export async function staffInvitation(ctx: Context, token: string): Promise<StaffInvitation> {
  const staff = await Staff.findOne({ tokenHash: hashToken(token), state: 'invited' }).lean<StaffDocument>();
  const since = staff?.invitedAt?.getTime() ?? 0;
  const employer = staff && (await organisationCards([staff.organisationId])).get(staff.organisationId);
  if (!staff || !employer || ctx.now.getTime() - since > STAFF_INVITATION_MS) return { standing: 'over' };
  const contact = ctx.actor ? await personContact(ctx.actor.personId) : null;
  const said = { employer: employer.name, invited: maskEmail(staff.email) };
  if (!contact || !ctx.actor) return { standing: 'stranger', ...said };
  if (contact.email !== staff.email) return { standing: 'other_address', ...said };
  return { standing: ctx.actor.confirmed ? 'yours' : 'unconfirmed', ...said };
}
