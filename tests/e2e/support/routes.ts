/** The pages there are, read from src/routes, and addresses of each that somebody's own links lead to. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { APIRequestContext, APIResponse } from '@playwright/test';

const ROOT = fileURLToPath(new URL('../../../src/routes/', import.meta.url));
const ADDRESSES_A_ROUTE = 2;

export interface Route {
  /** `/engagements/[id]/hours` */
  name: string;
  /** Only for people with an account. */
  isPrivate: boolean;
  pattern: RegExp;
}

/** Routes that have a page, fixed ones before those with parameters. */
export function allRoutes(): Route[] {
  const routes = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('+page.svelte'))
    .map((file) => {
      const name = `/${file.replace(/\/?\+page\.svelte$/, '')}`.replace(/\/\([a-z]+\)/g, '') || '/';
      const pattern = new RegExp(`^${name.replace(/\[[^\]]+\]/g, '[^/]+')}$`);
      return { name, isPrivate: !file.startsWith('(public)') && !file.startsWith('(floor)'), pattern };
    });
  const fixed = ({ name }: Route) => (name.includes('[') ? 1 : 0);
  return routes.sort((a, b) => fixed(a) - fixed(b) || a.name.localeCompare(b.name));
}

/** An address that leads nowhere, for a route that no link was found to. */
export const madeUp = ({ name }: Route) => name.replace(/\[[^\]]+\]/g, 'nothing-here-nothing-here');

export interface Crawl {
  /** The addresses of routes that links lead to. */
  found: Map<Route, Set<string>>;
  /** What each address answered that was looked at. */
  pages: Map<string, APIResponse>;
}

/** Follows the links of pages, at most two addresses of each route, and says what was found. */
export async function crawl(visitor: APIRequestContext, routes: readonly Route[]): Promise<Crawl> {
  const found = new Map<Route, Set<string>>();
  const pages = new Map<string, APIResponse>();
  const waiting: string[] = ['/', ...routes.filter(({ name }) => !name.includes('[')).map(({ name }) => name)];
  const seen = new Set(waiting);
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const response = await visitor.get(path, { maxRedirects: 0 });
    pages.set(path, response);
    if (response.status() !== 200 || !(response.headers()['content-type'] ?? '').includes('html')) continue;
    for (const [, link = ''] of (await response.text()).matchAll(/\shref="(\/[^"#?]*)/g)) {
      const target = link.replace(/^\/(?:fr|nl)(?=\/|$)/, '') || '/';
      const route = routes.find(({ pattern }) => pattern.test(target));
      if (!route || seen.has(target)) continue;
      const addresses = found.get(route) ?? new Set<string>();
      if (addresses.size >= ADDRESSES_A_ROUTE) continue;
      seen.add(target);
      found.set(route, addresses.add(target));
      waiting.push(target);
    }
  }
  return { found, pages };
}
