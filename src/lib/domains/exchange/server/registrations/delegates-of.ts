/** Where the reader herself comes as a delegate: by the e-mail address of her account, for one or several organisations. */
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import type { Context } from '$lib/server/context';
import type { Delegate } from '../../registration/registration';
import { Registrations, type RegistrationDocument } from '../registration.model';

export interface OwnDelegate {
  registration: RegistrationDocument;
  delegate: Delegate;
}

/** With a confirmed address only: anybody may sign up under an address that is not hers. */
export async function delegatesOf(ctx: Context, editionId: string): Promise<OwnDelegate[]> {
  if (!ctx.actor?.confirmed) return [];
  const email = (await personContact(ctx.actor.personId))?.email;
  if (!email) return [];
  const found = await Registrations.find({
    editionId,
    state: 'approved',
    'delegates.email': email,
  }).lean<RegistrationDocument[]>();
  return found.flatMap((registration) =>
    registration.delegates.filter((one) => one.email === email).map((delegate) => ({ registration, delegate })),
  );
}
