/** The addresses that every page offers, and which of them one is on. */
import { m } from '$lib/paraglide/messages.js';
import { href } from '$lib/shared/href';
import { splitLocale, type Locale } from '$lib/shared/locale';
import type { Hat } from './viewer';

export interface NavLink {
  path: string;
  href: string;
  label: string;
}

const link = (path: string, label: string): NavLink => ({ path, href: href(path), label });

export const mainLinks = (): NavLink[] => [
  link('/missions', m.ui_nav_missions()),
  link('/organisations', m.ui_nav_organisations()),
  link('/volunteers', m.ui_nav_volunteers()),
  link('/employers', m.ui_nav_sponsors()),
  link('/exchange', m.ui_nav_exchange()),
  link('/outcomes', m.ui_nav_outcomes()),
  link('/how-matching-works', m.ui_nav_matching()),
];

/** The rooms of the hat that is on, before those of everyone. */
export function hatLinks(hat: Pick<Hat, 'key' | 'href'> | undefined, isStaff = false): NavLink[] {
  if (!hat) return [];
  if (hat.key === 'volunteer') {
    const own = [link('/my-work', m.ui_account_my_work()), link('/missions/for-me', m.ui_nav_for_me())];
    return isStaff ? [...own, link('/my-employer', m.ui_nav_my_employer())] : own;
  }
  if (hat.key === 'moderator') return [link('/moderation', m.ui_account_moderation())];
  const { path } = splitLocale(hat.href);
  const label = path.startsWith('/employer/') ? m.ui_nav_my_programme() : m.ui_nav_my_board();
  return [{ path, href: hat.href, label }];
}

/** `page` for the very page, `true` for a page below it. */
export function currentMark(link: Pick<NavLink, 'path'>, path: string): 'page' | 'true' | undefined {
  if (path === link.path) return 'page';
  return path.startsWith(`${link.path}/`) ? 'true' : undefined;
}

/** The same page in another language; `hl` makes the server keep the choice. */
export function inLanguage(path: string, search: string, locale: Locale): string {
  const query = new URLSearchParams(search);
  query.set('hl', locale);
  return `${href(path, locale)}?${query.toString()}`;
}
