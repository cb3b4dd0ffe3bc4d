/** Who looks at a volunteer: herself, a moderator, a verified NGO, or one she applied to. */
import { isModerator, type Context } from '$lib/server/context';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import type { Onlooker } from '../../volunteer.policy';
import { workTieExists } from '../work-ties';

async function ngosOf(ctx: Context) {
  return ctx.actor ? membershipsOf(ctx.actor.personId) : [];
}

/** Whether the reader belongs to a verified NGO. */
export async function isOfVerifiedNgo(ctx: Context): Promise<boolean> {
  return (await ngosOf(ctx)).some(({ state, kind }) => state === 'verified' && kind === 'ngo');
}

export async function onlookerOf(ctx: Context, personId: string): Promise<Onlooker> {
  const ngos = (await ngosOf(ctx)).filter(({ kind }) => kind !== 'employer');
  return {
    isSelf: ctx.actor?.personId === personId,
    isModerator: isModerator(ctx),
    ofVerifiedNgo: ngos.some(({ state, kind }) => state === 'verified' && kind === 'ngo'),
    knownByWork: await workTieExists(
      personId,
      ngos.map(({ organisationId }) => organisationId),
    ),
  };
}
