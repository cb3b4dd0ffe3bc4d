/** The open data sets: what each row holds, and how to read them all, batch by batch. Only what the public pages show. */
import type { Context } from '$lib/server/context';
import { footprintRows } from '$lib/domains/engagements/server/queries/footprint-rows';
import { fairnessFigures } from '$lib/domains/matching/server/exposure/exposure';
import { CRITERIA, WEIGHT_HISTORY } from '$lib/domains/matching/weights';
import { missionCards } from '$lib/domains/missions/server/queries/mission-cards';
import { publishedMissions } from '$lib/domains/missions/server/queries/published-missions';
import { sponsorsOfWork, type OutcomeSponsor } from '$lib/domains/programmes/server/queries/sponsors-of-outcomes';
import type { OpenSet } from '../../open-set';

export type Row = Record<string, string | number | null>;

async function* missions(ctx: Context): AsyncGenerator<Row[]> {
  for await (const batch of publishedMissions()) {
    const open = batch.filter(({ confidentiality }) => confidentiality === 'public');
    const cards = await missionCards(
      { ...ctx, actor: null, system: false },
      open.map(({ _id }) => _id),
    );
    yield cards.map((card) => ({
      slug: card.slug,
      title: card.title,
      summary: card.summary,
      language: card.language,
      organisation: card.organisation?.name ?? null,
      stage: card.stage,
      institution: card.institution,
      deadline: card.deadline,
      causes: card.causes.map(({ slug }) => slug).join(' '),
      country: card.place.country,
      remote: card.place.remote ? 'yes' : 'no',
      roles: card.roles.map(({ title }) => title).join('; '),
      hours: card.roles.reduce((sum, { hours, seats }) => sum + hours * seats, 0),
      open_seats: card.roles.reduce((sum, { openSeats }) => sum + openSeats, 0),
    }));
  }
}

async function* footprint(): AsyncGenerator<Row[]> {
  for await (const rows of footprintRows()) {
    const sponsors = await sponsorsOfWork(rows.map(({ id }) => id));
    yield rows.map((row) => ({
      mission: row.mission,
      mission_slug: row.missionSlug,
      organisation: row.organisation,
      institution: row.institution,
      unit: row.unit,
      file_reference: row.fileReference,
      file_title: row.fileTitle,
      met_role: row.metRole,
      met_day: row.metDay,
      documents: row.documents.join(' '),
      contributors: row.contributors.join('; '),
      ...sponsorCells(sponsors.get(row.id)),
      reply: row.reply,
      reply_day: row.replyDay,
      reply_history: row.replyHistory.join('; '),
      published_at: row.publishedAt,
      updated_at: row.updatedAt,
    }));
  }
}

/** Nobody sponsored it, or an employer whose name may be told, or one that is not named. */
function sponsorCells(sponsor: OutcomeSponsor | undefined): Row {
  if (!sponsor) return { sponsor: null, sponsored_hours: 0 };
  return {
    sponsor: sponsor.employer?.name ?? 'not named',
    sponsored_hours: Math.round(sponsor.minutes / 0.6) / 100,
  };
}

async function* weights(): AsyncGenerator<Row[]> {
  yield WEIGHT_HISTORY.flatMap(({ version, points }) =>
    CRITERIA.map((criterion) => ({ version, criterion, points: points[criterion] })),
  );
}

async function* fairness(ctx: Context): AsyncGenerator<Row[]> {
  const { volunteers, impressions, gini, medianImpressions, shareShown } = await fairnessFigures();
  yield [
    {
      day: ctx.now.toISOString().slice(0, 10),
      volunteers,
      impressions,
      gini,
      median_impressions: medianImpressions,
      share_shown: shareShown,
    },
  ];
}

export const READERS: Record<OpenSet, (ctx: Context) => AsyncGenerator<Row[]>> = {
  missions,
  footprint,
  weights,
  fairness,
};
