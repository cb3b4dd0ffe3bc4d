/** Who looks at the page, as the header shows it: the hats a person can wear, each with its door. */
import { isModerator, isAdministrator, type Context } from '$lib/server/context';
import { hatOn } from '$lib/domains/accounts/hat';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { unreadCount } from '$lib/domains/notifications/server/queries/unread-count';
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
  unread: number;
  /** Key of the hat that is on. */
  hat: string | null;
  isModerator: boolean;
  isOperator: boolean;
}

export async function viewerOf(ctx: Context): Promise<Viewer | null> {
  const { actor } = ctx;
  if (!actor) return null;
  const [memberships, unread] = await Promise.all([membershipsOf(actor.personId), unreadCount(ctx)]);
  const moderator = isModerator(ctx);
  const hats = [
    { key: 'volunteer', label: m.hat_as_volunteer(), href: href('/my-work') },
    ...memberships.map(({ slug, name, kind }) => ({
      key: `ngo:${slug}`,
      label: name,
      href: href(kind === 'employer' ? `/employer/${slug}` : `/ngo/${slug}`),
    })),
    ...(moderator ? [{ key: 'moderator', label: m.hat_as_moderator(), href: href('/moderation') }] : []),
  ];
  return {
    id: actor.personId,
    name: actor.name,
    confirmed: actor.confirmed,
    hats,
    hat: hatOn(hats, actor.hat)?.key ?? null,
    unread,
    isModerator: moderator,
    isOperator: isAdministrator(ctx),
  };
}
