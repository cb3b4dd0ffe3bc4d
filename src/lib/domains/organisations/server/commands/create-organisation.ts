/** Somebody enters her organisation: she becomes its owner, and moderators are asked to check it, unless it does not want that yet. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { createOnce } from '$lib/server/create-once';
import { emit } from '$lib/server/events';
import { isDuplicateKey } from '$lib/server/mongo';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import { slugify } from '$lib/server/addresses/slug';
import { newId } from '$lib/shared/ids';
import { isReservedSlug } from '../../organisation';
import type { CreateOrganisation } from '../../organisation.input';
import { NO_REPLIES } from '../../responsiveness';
import { derivedFrom } from '../organisation-store';
import { Organisations, type OrganisationDocument } from '../organisation.model';
import { possibleDuplicates } from '../queries/possible-duplicates';
import '../organisation-events';

const MAX_SAME_SLUGS = 50;

/** @throws AppError refused when the name is nearly taken and nobody said that this is another organisation */
export async function createOrganisation(
  ctx: Context,
  input: CreateOrganisation,
  options: { formKey?: string | undefined; review?: 'waiting' | 'not_asked' } = {},
): Promise<{ id: string; slug: string; created: boolean }> {
  const actor = requireConfirmed(ctx);
  const { different = false, kind = 'ngo', description = '', language = ctx.locale, ...texts } = input;
  if (!different) {
    const [similar] = await possibleDuplicates({ name: texts.name, website: null, registerNumber: null });
    if (similar && !(await isResent(options.formKey)))
      throw new AppError('refused', 'organisation_refusal_similar_name', { field: 'name' });
  }
  const _id = newId(ctx.now);
  const document = {
    _id,
    ...texts,
    kind,
    description,
    language,
    ...derivedFrom(texts),
    state: 'pending' as const,
    review: { state: options.review ?? ('waiting' as const), since: ctx.now, note: null },
    responsiveness: NO_REPLIES,
    members: [{ personId: actor.personId, role: 'owner' as const, since: ctx.now }],
    createdBy: actor.personId,
    createdAt: ctx.now,
    timeline: [entry(ctx, 'created')],
    outbox: [emit('organisation.created', { organisationId: _id })],
  };
  return insertUnderFreeSlug(document, options.formKey);
}

/** The first free address of `name`, `name-2`, `name-3` …; the unique index decides when two ask at once. */
async function insertUnderFreeSlug(
  document: Omit<Partial<OrganisationDocument>, 'name'> & { name: string },
  formKey: string | undefined,
): Promise<{ id: string; slug: string; created: boolean }> {
  const base = slugify(document.name);
  for (let attempt = 1; attempt <= MAX_SAME_SLUGS; attempt++) {
    const slug = attempt === 1 ? base : `${base}-${attempt}`;
    if (isReservedSlug(slug)) continue;
    try {
      const made = await createOnce(Organisations, formKey, { ...document, slug });
      return { id: made.document._id, slug: made.document.slug, created: made.created };
    } catch (error) {
      if (!isDuplicateKey(error) || !error.keyPattern || !('slug' in error.keyPattern)) throw error;
    }
  }
  throw new AppError('conflict', 'organisation_refusal_name_taken', { field: 'name' });
}

/** A form that made its organisation already must not be told that the name is taken, by itself. */
async function isResent(formKey: string | undefined): Promise<boolean> {
  return formKey !== undefined && (await Organisations.exists({ formKey })) !== null;
}
