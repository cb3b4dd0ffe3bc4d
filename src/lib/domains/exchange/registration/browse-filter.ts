/** How the list of participants is asked for: side, corner, skill, own wish, words. Every state is in the address. Pure. */
import { CATEGORIES, type Category } from '../edition/edition';
import { ITEM_SIDES, WISHES, type ItemSide, type WishKind } from './registration';

export const BROWSE_PAGE_SIZE = 20;

export interface BrowseFilter {
  /** Which of the reader's organisations looks, when she has several. */
  as: string | null;
  side: ItemSide | null;
  categories: Category[];
  skill: string | null;
  wish: WishKind | null;
  text: string;
  page: number;
}

export function browseFilterOf(params: URLSearchParams): BrowseFilter {
  const one = <T extends string>(name: string, allowed: readonly T[]): T | null =>
    allowed.find((value) => value === params.get(name)) ?? null;
  const id = (name: string, pattern: RegExp) => (pattern.test(params.get(name) ?? '') ? params.get(name) : null);
  const page = params.get('page') ?? '';
  return {
    as: id('as', /^[0-9a-z]{20}$/),
    side: one('side', ITEM_SIDES),
    categories: CATEGORIES.filter((category) => params.getAll('category').includes(category)),
    skill: id('skill', /^[\w-]{1,80}$/),
    wish: one('wish', WISHES),
    text: (params.get('q') ?? '').trim().slice(0, 80),
    page: /^\d{1,3}$/.test(page) ? Math.max(1, Number(page)) : 1,
  };
}

/** The query that leads to this list again, `''` for the plain one. */
export function browseQuery(filter: BrowseFilter): string {
  const params = new URLSearchParams();
  if (filter.as) params.set('as', filter.as);
  if (filter.text) params.set('q', filter.text);
  if (filter.side) params.set('side', filter.side);
  for (const category of filter.categories) params.append('category', category);
  if (filter.skill) params.set('skill', filter.skill);
  if (filter.wish) params.set('wish', filter.wish);
  if (filter.page > 1) params.set('page', String(filter.page));
  const query = params.toString();
  return query && `?${query}`;
}

interface Found {
  side: ItemSide;
  category: Category;
  skills: readonly string[];
  title: string;
  text: string;
}

/** The same words without accents and capitals. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether one single item has all that was asked for; words may also stand in the name. */
export function fits(filter: BrowseFilter, participant: { name: string; items: readonly Found[] }): boolean {
  const words = folded(filter.text).split(/\s+/).filter(Boolean);
  const isPlain = !filter.side && filter.categories.length === 0 && !filter.skill;
  const name = folded(participant.name);
  if (isPlain && words.every((word) => name.includes(word))) return true;
  return participant.items.some((item) => {
    const said = `${name} ${folded(item.title)} ${folded(item.text)}`;
    return (
      (!filter.side || item.side === filter.side) &&
      (filter.categories.length === 0 || filter.categories.includes(item.category)) &&
      (!filter.skill || item.skills.includes(filter.skill)) &&
      words.every((word) => said.includes(word))
    );
  });
}
