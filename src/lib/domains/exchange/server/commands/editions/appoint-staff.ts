/** An organiser gives somebody with an account a task on the floor. */
import { personByEmail } from '$lib/domains/accounts/server/queries/person-contact';
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { MAX_STAFF, type Category, type FloorRole } from '../../../edition/edition';
import { editionFor } from '../../access';
import { Editions } from '../../edition.model';
import '../../exchange-events';

/** Appointing somebody again changes nothing. */
export async function appointStaff(
  ctx: Context,
  slug: string,
  input: { email: string; role: FloorRole; corner: Category | null },
): Promise<{ name: string }> {
  const actor = requireConfirmed(ctx);
  const edition = await editionFor(ctx, slug, 'organiser');
  const person = await personByEmail(input.email);
  if (!person) throw new AppError('refused', 'exchange_refusal_no_account', { field: 'email' });
  if (edition.staff.length >= MAX_STAFF) throw new AppError('refused', 'exchange_refusal_staff');
  const corner = input.role === 'broker' ? input.corner : null;
  await Editions.updateOne(
    { _id: edition._id, staff: op({ $not: { $elemMatch: { personId: person.id, role: input.role } } }) },
    {
      $push: {
        staff: { personId: person.id, role: input.role, corner },
        outbox: emit('edition.staff_appointed', {
          editionId: edition._id,
          personId: person.id,
          role: input.role,
          by: actor.personId,
        }),
      },
    },
  );
  return { name: person.name };
}
