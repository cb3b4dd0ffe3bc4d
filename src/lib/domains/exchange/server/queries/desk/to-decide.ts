/** Registrations that wait for the reader, in all editions that she organises. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { mayActAs } from '../../../edition/edition';
import { rolesOn } from '../../access';
import { Editions, type EditionDocument } from '../../edition.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';

export interface RegistrationToDecide {
  id: string;
  name: string;
  edition: { slug: string; name: string };
  submittedAt: Date;
}

/** The first of them, the longest waiting first, and how many there are. Nothing for whoever organises no floor. */
export async function registrationsToDecide(
  ctx: Context,
  limit: number,
): Promise<{ organises: boolean; count: number; waiting: RegistrationToDecide[] }> {
  requireActor(ctx);
  const open = await Editions.find({ state: op({ $in: ['open', 'closed'] as EditionDocument['state'][] }) })
    .select({ slug: 1, name: 1, staff: 1 })
    .lean<Pick<EditionDocument, '_id' | 'slug' | 'name' | 'staff'>[]>();
  const own = new Map(
    open.filter((one) => mayActAs(rolesOn(ctx, one), 'organiser')).map(({ _id, slug, name }) => [_id, { slug, name }]),
  );
  if (own.size === 0) return { organises: false, count: 0, waiting: [] };
  const which = { editionId: op({ $in: [...own.keys()] }), state: 'submitted' as const };
  const [count, found] = await Promise.all([
    Registrations.countDocuments(which),
    Registrations.find(which)
      .select({ name: 1, editionId: 1, submittedAt: 1 })
      .sort({ submittedAt: 1 })
      .limit(limit)
      .lean<Pick<RegistrationDocument, '_id' | 'name' | 'editionId' | 'submittedAt'>[]>(),
  ]);
  const waiting = found.flatMap(({ _id, name, editionId, submittedAt }) => {
    const edition = own.get(editionId);
    return edition ? [{ id: _id, name, edition, submittedAt }] : [];
  });
  return { organises: true, count, waiting };
}
