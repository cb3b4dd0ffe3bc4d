/** Whoever came in by her employer's single sign-on is its staff; somebody of another employer stays there. */
import { systemContext } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { findProgramme } from '../../access';
import { becomeStaff } from '../../staff/become-staff';
import { Staff } from '../../staff.model';

/** Asked for by the way back from the provider and by its event, whichever comes first. Somebody who has left comes back
 * by an act of her own, not by signing in. */
export async function joinBySignOn(organisationId: string, personId: string): Promise<void> {
  const contact = await personContact(personId);
  if (!contact || !(await findProgramme(organisationId))) return;
  if (await Staff.exists({ organisationId, personId, state: 'left' })) return;
  const { email, locale } = contact;
  try {
    await becomeStaff(systemContext(), { organisationId, personId, email, locale }, 'sign_on');
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
}
