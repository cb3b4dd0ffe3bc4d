/** What the frame of an edition's pages shows: its name, and what the reader is there. */
import type { Context } from '$lib/server/context';
import type { FloorFrame } from '../../edition/floor-rooms';
import { findEdition, ownRegistrations, rolesOn } from '../access';
import { delegatesOf } from '../registrations/delegates-of';

/** @throws AppError not_found */
export async function floorFrame(ctx: Context, slug: string): Promise<FloorFrame> {
  const edition = await findEdition(ctx, slug);
  const [own, delegates] = await Promise.all([ownRegistrations(ctx, edition._id), delegatesOf(ctx, edition._id)]);
  return {
    slug,
    name: edition.name,
    state: edition.state,
    mode: edition.mode,
    roles: rolesOn(ctx, edition),
    mine: own
      .map(({ _id, organisationId, name, state }) => ({ registrationId: _id, organisationId, name, state }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    isDelegate: delegates.length > 0,
  };
}
