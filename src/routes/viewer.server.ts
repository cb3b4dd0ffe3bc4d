/** Who looks at the page, as the header shows it: the hats a person can wear, each with its door. */
import { isModerator, isAdministrator, type Context } from '$lib/server/context';
import { hatOn } from '$lib/domains/accounts/hat';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { isStaff } from '$lib/domains/programmes/server/queries/is-staff';
import { markOpened } from '$lib/domains/notifications/server/commands/mark-opened';
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
  isStaff: boolean;
  isModerator: boolean;
  isOperator: boolean;
}

/** What she opens with this request counts as read: `path` is without language. */
export async function viewerOf(ctx: Context, path?: string): Promise<Viewer | null> {
  const { actor } = ctx;
  if (!actor) return null;
  const [memberships, unread, staff] = await Promise.all([
    membershipsOf(actor.personId),
    unreadAfterOpening(ctx, path),
    isStaff(actor.personId),
  ]);
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
    isStaff: staff,
    isModerator: moderator,
    isOperator: isAdministrator(ctx),
  };
}

/** Most requests of most people find nothing unread and write nothing. */
async function unreadAfterOpening(ctx: Context, path: string | undefined): Promise<number> {
  const unread = await unreadCount(ctx);
  if (unread === 0 || path === undefined) return unread;
  const { count } = await markOpened(ctx, { path });
  return count === 0 ? unread : unreadCount(ctx);
}
