/** Somebody whose confirmed address lies in an employer's domain joins it by herself. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { becomeStaff } from '../../staff/become-staff';
import { employersForAddress } from '../../staff/employers-for-address';

export async function joinByDomain(ctx: Context, input: { organisationId: string }): Promise<{ name: string }> {
  const { personId } = requireConfirmed(ctx);
  const contact = await personContact(personId);
  const employers = contact ? await employersForAddress(contact.email) : [];
  const employer = employers.find(({ id }) => id === input.organisationId);
  if (!contact || !employer) throw new AppError('not_found', 'error_not_found');
  const { email, locale } = contact;
  await becomeStaff(ctx, { organisationId: employer.id, personId, email, locale }, 'domain');
  return { name: employer.name };
}
