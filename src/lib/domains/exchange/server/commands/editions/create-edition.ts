/** An administrator sets up an edition, from nothing or from the one before; she becomes its organiser. */
import { randomBytes } from 'node:crypto';
import { isAdministrator, requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { isoDay } from '$lib/shared/dates';
import { slugify } from '$lib/server/addresses/slug';
import { newId } from '$lib/shared/ids';
import { whyNotSettings, type EditionSettings } from '../../../edition/edition';
import { Editions, type EditionDocument } from '../../edition.model';

/** `copiedFrom` is the address of the edition whose people are taken over. */
export async function createEdition(
  ctx: Context,
  input: EditionSettings & { copiedFrom?: string | null },
  formKey?: string,
): Promise<{ id: string; slug: string }> {
  const actor = requireConfirmed(ctx);
  const { copiedFrom = null, ...settings } = input;
  const before = copiedFrom ? await Editions.findOne({ slug: copiedFrom }).lean<EditionDocument>() : null;
  const organisesBefore = before?.staff.some((one) => one.personId === actor.personId && one.role === 'organiser');
  if (!isAdministrator(ctx) && !organisesBefore) throw new AppError('not_found', 'error_not_found');
  const refusal = whyNotSettings(settings, { ...settings, state: 'draft', places: 0 });
  if (refusal) throw new AppError('refused', refusal.reason, { field: refusal.field });
  const staff = (before?.staff ?? []).filter((one) => !(one.personId === actor.personId && one.role === 'organiser'));
  const year = isoDay(settings.startsAt, settings.timeZone).slice(0, 4);
  const base = slugify(settings.name.includes(year) ? settings.name : `${settings.name} ${year}`);
  for (let attempt = 1; attempt <= 50; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`;
    if (slug === 'new') continue;
    try {
      const { document } = await createOnce(Editions, formKey, {
        _id: newId(ctx.now),
        ...settings,
        slug,
        state: 'draft' as const,
        staff: [{ personId: actor.personId, role: 'organiser' as const, corner: null }, ...staff],
        badgeSecret: randomBytes(24).toString('base64url'),
        rounds: before?.rounds ?? null,
        roundTiming: before?.roundTiming ?? null,
        copiedFrom: before?._id ?? null,
        createdAt: ctx.now,
        timeline: [entry(ctx, 'created')],
      });
      return { id: document._id, slug: document.slug };
    } catch (error) {
      if (!isDuplicateKey(error) || !error.keyPattern || !('slug' in error.keyPattern)) throw error;
    }
  }
  throw new AppError('conflict', 'exchange_refusal_name', { field: 'name' });
}
