/** Every public page in every language, each pointing to its sisters. */
import { publishedOutcomes } from '$lib/domains/engagements/server/queries/published-outcomes';
import { publishedMissions } from '$lib/domains/missions/server/queries/published-missions';
import { INFORMATION_PAGES } from '$lib/domains/transparency/information-page';
import { escapeXml } from '$lib/domains/transparency/server/feed';
import { guarded } from '$lib/server/boundary';
import { publicOrigin } from '$lib/server/env';
import { href } from '$lib/shared/href';
import { LOCALES } from '$lib/shared/locale';
import type { RequestHandler } from './$types';

const FIXED = [
  '/',
  '/missions',
  '/organisations',
  '/volunteers',
  '/outcomes',
  '/how-matching-works',
  '/open-data',
  '/skills',
];

function entryOf(path: string): string {
  const address = (locale: (typeof LOCALES)[number]) => escapeXml(publicOrigin() + href(path, locale));
  const sisters = LOCALES.map(
    (locale) => `<xhtml:link rel="alternate" hreflang="${locale}" href="${address(locale)}"/>`,
  );
  return LOCALES.map((locale) => `<url><loc>${address(locale)}</loc>${sisters.join('')}</url>`).join('\n');
}

export const GET: RequestHandler = (event) =>
  guarded(event, async () => {
    const missions: string[] = [];
    for await (const batch of publishedMissions()) {
      for (const { slug, confidentiality } of batch)
        if (confidentiality === 'public') missions.push(`/missions/${slug}`);
    }
    const { outcomes } = await publishedOutcomes({ perPage: 100 });
    const told = [...new Set(outcomes.map(({ mission }) => `/outcomes/${mission.slug}`))];
    const paths = [...FIXED, ...INFORMATION_PAGES.map((page) => `/${page}`), ...missions, ...told].slice(0, 15_000);
    const body = `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${paths.map(entryOf).join('\n')}\n</urlset>\n`;
    return new Response(body, {
      headers: { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': 'public, max-age=3600' },
    });
  });
