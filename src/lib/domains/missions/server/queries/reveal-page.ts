/** What somebody sees before the conflict check of a cleared mission, and the log of those who made it. */
import { isModerator, requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { matchVolunteers } from '$lib/domains/volunteers/server/queries/match-volunteers';
import { whyNotCheck, type RevealRefusal } from '../../screening';
import { missionPage, type MissionPage } from './mission-page';
import { missionSight } from './mission-sight';

export interface RevealPage {
  mission: Pick<MissionPage, 'id' | 'slug' | 'title' | 'summary' | 'language' | 'causes' | 'jurisdictions' | 'stage'>;
  /** What she declared: how much and when; null when she never did. */
  declared: { count: number; at: string } | null;
  refusal: RevealRefusal | null;
  /** She made the check, and something clashed. */
  clashed: boolean;
}

/** @throws AppError not_found for who may not see even the summary */
export async function revealPage(ctx: Context, slug: string): Promise<RevealPage> {
  const { personId } = requireActor(ctx);
  const [{ mission, sight }, page, [volunteer]] = await Promise.all([
    missionSight(ctx, slug),
    missionPage(ctx, slug),
    matchVolunteers([personId]),
  ]);
  const at = volunteer?.interestsDeclaredAt ?? null;
  const alreadyChecked = mission.checkedBy?.includes(personId) ?? false;
  const { id, title, summary, language, causes, jurisdictions, stage } = page;
  return {
    mission: { id, slug: page.slug, title, summary, language, causes, jurisdictions, stage },
    declared: at ? { count: volunteer?.interests.length ?? 0, at: at.toISOString() } : null,
    refusal: whyNotCheck({ cleared: sight === 'anonymised', declared: at !== null, alreadyChecked }),
    clashed: sight === 'anonymised' && alreadyChecked,
  };
}

const LOGGED = ['revealed', 'reveal_refused', 'reveal_accepted'] as const;
export type RevealResult = (typeof LOGGED)[number];

export interface RevealLog {
  mission: { id: string; slug: string; title: string; language: string; ngo: { slug: string; name: string } | null };
  entries: { at: string; result: RevealResult; name: string | null }[];
}

/** Latest first; for members of the NGO and moderators. @throws AppError not_found for everybody else */
export async function revealLog(ctx: Context, slug: string): Promise<RevealLog> {
  const { mission, viewer, organisation } = await missionSight(ctx, slug);
  const insider = viewer.role !== null || isModerator(ctx);
  if (!insider || mission.confidentiality !== 'cleared') throw new AppError('not_found', 'error_not_found');
  const isResult = (what: string): what is RevealResult => (LOGGED as readonly string[]).includes(what);
  const logged = mission.timeline.flatMap(({ what, at, by }) => (isResult(what) ? [{ what, at, by }] : [])).reverse();
  // Whose check found something is for moderators: the NGO decides without a name when she applies.
  const named = logged.filter(({ what }) => what !== 'reveal_refused' || viewer.moderator);
  const people = await personCards(named.flatMap(({ by }) => by ?? []));
  return {
    mission: {
      id: mission._id,
      slug: mission.slug,
      title: mission.title,
      language: mission.language,
      ngo: organisation ? { slug: organisation.slug, name: organisation.name } : null,
    },
    entries: logged.map((each) => ({
      at: each.at.toISOString(),
      result: each.what,
      name: (named.includes(each) && each.by && people.get(each.by)?.name) || null,
    })),
  };
}
