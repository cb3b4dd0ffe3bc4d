/** A person saves one section of her profile; the first save makes the profile. */
import { requireActor, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { EMPTY_PROFILE } from '../../volunteer';
import { FORM_ONLY, type SectionInput } from '../../volunteer-input';
import { causesConsent } from '../causes-consent';
import { fieldsOf } from '../section-fields';
import { Volunteers, type ConsentRecord, type VolunteerDocument } from '../volunteer.model';
import '../volunteers-events';

export type SaveVolunteerProfile = SectionInput & {
  /** The version the form was filled from; null for whoever has no profile yet. */
  version: number | null;
};

/** @throws AppError conflict when another window saved or removed the profile since `version` */
export async function saveVolunteerProfile(ctx: Context, input: SaveVolunteerProfile): Promise<{ version: number }> {
  const { personId } = requireActor(ctx);
  const before = await Volunteers.findById(personId).lean<VolunteerDocument>();
  const existing = before && before.state !== 'removed' ? before : null;
  if (existing && input.version !== null && existing.version !== input.version) {
    throw new AppError('conflict', 'profile_refusal_saved_elsewhere');
  }
  if (!existing && input.version !== null) throw new AppError('conflict', 'profile_refusal_removed');
  const { set, consents } = await changesOf(ctx, input, existing);
  if (!existing) return create(ctx, personId, set, consents);
  const written = await Volunteers.updateOne(
    { _id: personId, version: existing.version, state: existing.state },
    {
      $set: { ...set, updatedAt: ctx.now },
      $inc: { version: 1 },
      $push: {
        outbox: emit('volunteer.changed', { personId }),
        ...(consents.length > 0 ? { consents: { $each: consents } } : {}),
      },
    },
  );
  if (written.matchedCount === 0) throw new AppError('conflict', 'profile_refusal_saved_elsewhere');
  return { version: existing.version + 1 };
}

async function create(ctx: Context, personId: string, set: Partial<VolunteerDocument>, consents: ConsentRecord[]) {
  // A profile that was removed starts again from nothing.
  await Volunteers.deleteOne({ _id: personId, state: 'removed' });
  try {
    await Volunteers.create({
      ...EMPTY_PROFILE,
      ...set,
      _id: personId,
      state: 'active',
      consents,
      blockedNgos: [],
      responsiveness: { asked: 0, answered: 0, replyHours: [], counted: [] },
      version: 1,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      outbox: [emit('volunteer.created', { personId })],
    });
  } catch (error) {
    if (isDuplicateKey(error)) throw new AppError('conflict', 'profile_refusal_saved_elsewhere');
    throw error;
  }
  return { version: 1 };
}

async function changesOf(
  ctx: Context,
  input: SectionInput,
  existing: VolunteerDocument | null,
): Promise<{ set: Partial<VolunteerDocument>; consents: ConsentRecord[] }> {
  if (input.section === 'causes') {
    const given = input.values.showCauses;
    return {
      set: stored(input.values),
      consents: given === (existing?.showCauses ?? false) ? [] : [causesConsent(given, ctx.now)],
    };
  }
  return { set: stored(await fieldsOf(ctx, input, existing)), consents: [] };
}

/** Callers may hand over all that the form posted. */
function stored(fields: Partial<VolunteerDocument>): Partial<VolunteerDocument> {
  const own = new Set<string>(FORM_ONLY);
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !own.has(name)));
}
