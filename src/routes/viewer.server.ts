/** Who looks at the page, as the header shows it: the hats a person can wear, each with its door. */
import { isModerator, isAdministrator, type Context } from '$lib/server/context';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';

export interface Hat {
  key: string;
  label: string;
  href: string;
}

export interface Viewer {
  id: string;
  name: string;
  confirmed: boolean;
  hats: Hat[];
  isModerator: boolean;
  isOperator: boolean;
}

export async function viewerOf(ctx: Context): Promise<Viewer | null> {
  const { actor } = ctx;
  if (!actor) return null;
  const memberships = await membershipsOf(actor.personId);
  const moderator = isModerator(ctx);
  return {
    id: actor.personId,
    name: actor.name,
    confirmed: actor.confirmed,
    hats: [
      { key: 'volunteer', label: m.hat_volunteer(), href: href('/my-work') },
      ...memberships.map(({ slug, name }) => ({ key: `ngo:${slug}`, label: name, href: href(`/ngo/${slug}`) })),
      ...(moderator ? [{ key: 'moderator', label: m.hat_moderator(), href: href('/moderation') }] : []),
    ],
    isModerator: moderator,
    isOperator: isAdministrator(ctx),
  };
}
