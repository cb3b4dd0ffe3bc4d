/** What the holder of a staff invitation's link may know: who invites, and whether it is for her. */
import type { Context } from '$lib/server/context';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { maskEmail } from '$lib/shared/mask-email';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { openInvitation } from '../staff/open-invitation';

export type StaffInvitation =
  | { standing: 'over' }
  | { standing: 'yours' | 'other_address' | 'unconfirmed' | 'stranger'; employer: string; invited: string };

export async function staffInvitation(ctx: Context, token: string): Promise<StaffInvitation> {
  const staff = await openInvitation(token, ctx.now);
  const employer = staff && (await organisationCards([staff.organisationId])).get(staff.organisationId);
  if (!staff || !employer) return { standing: 'over' };
  const contact = ctx.actor ? await personContact(ctx.actor.personId) : null;
  const said = { employer: employer.name, invited: maskEmail(staff.email) };
  if (!contact || !ctx.actor) return { standing: 'stranger', ...said };
  if (contact.email !== staff.email) return { standing: 'other_address', ...said };
  return { standing: ctx.actor.confirmed ? 'yours' : 'unconfirmed', ...said };
}
