/** The newest open missions and the latest outcomes, as a feed in the reader's language. */
import { publishedOutcomes } from '$lib/domains/engagements/server/queries/published-outcomes';
import { NO_FILTERS } from '$lib/domains/missions/listing/mission-filters';
import { listMissions } from '$lib/domains/missions/server/queries/list-missions';
import { atomFeed, type FeedEntry } from '$lib/domains/transparency/server/feed';
import { guarded } from '$lib/server/boundary';
import { publicOrigin } from '$lib/server/env';
import { href } from '$lib/shared/href';
import { m } from '$lib/paraglide/messages.js';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) =>
  guarded(event, async (ctx) => {
    const stranger = { ...ctx, actor: null };
    const [{ missions }, { outcomes }] = await Promise.all([
      listMissions(stranger, { ...NO_FILTERS, sort: 'newest' }),
      publishedOutcomes({ perPage: 20 }),
    ]);
    const url = (path: string) => publicOrigin() + href(path);
    const entries: FeedEntry[] = [
      ...missions.map((mission) => ({
        url: url(`/missions/${mission.slug}`),
        title: mission.title,
        summary: mission.summary,
        author: mission.organisation?.name ?? 'Causeway',
        language: mission.language,
        updated: new Date(mission.publishedAt ?? mission.deadline),
      })),
      ...outcomes.map((outcome) => ({
        url: url(`/outcomes/${outcome.mission.slug}`),
        title: `${m.outcome_eyebrow()}: ${outcome.mission.title}`,
        summary: outcome.updates.at(-1)?.text ?? outcome.result,
        author: outcome.organisation.name,
        language: outcome.mission.language,
        updated: new Date(outcome.updatedAt),
      })),
    ].sort((a, b) => b.updated.getTime() - a.updated.getTime());
    const body = atomFeed({ title: 'Causeway', self: url('/feed.atom'), home: url('/'), entries, now: ctx.now });
    return new Response(body, {
      headers: { 'Content-Type': 'application/atom+xml; charset=utf-8', 'Cache-Control': 'public, max-age=300' },
    });
  });
