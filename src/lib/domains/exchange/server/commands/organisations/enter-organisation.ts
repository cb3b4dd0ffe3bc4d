/** Somebody enters her organisation of whatever kind, to bring it to an edition: she becomes its owner. */
import { createOrganisation } from '$lib/domains/organisations/server/commands/create-organisation';
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { KIND_ELSEWHERE, type FloorOrganisation } from '../../../edition/organisation-kinds';
import { floorKindName } from '../../../exchange-words';
import { findEdition } from '../../access';

/**
 * A place on the floor is the organiser's to give and needs no moderator's check. An NGO that wants more than that
 * completes its page and is checked then.
 * @throws AppError refused when the edition takes no registrations, or the name is nearly taken
 */
export async function enterOrganisation(
  ctx: Context,
  slug: string,
  input: FloorOrganisation,
  formKey?: string,
): Promise<{ id: string }> {
  requireConfirmed(ctx);
  const edition = await findEdition(ctx, slug);
  if (edition.state !== 'open') throw new AppError('refused', 'registration_refusal_closed');
  const { kind, ...texts } = input;
  const { id } = await createOrganisation(
    ctx,
    {
      ...texts,
      kind: KIND_ELSEWHERE[kind],
      legalForm: floorKindName(kind),
      means: '–',
      proof: edition.name,
      registerNumber: null,
      causes: [],
      languages: [ctx.locale],
    },
    { formKey, review: 'not_asked' },
  );
  return { id };
}
