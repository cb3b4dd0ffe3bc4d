/** Missions as cards, by id, in the order asked for; those the viewer may not see are left out. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { skillLabels } from '$lib/domains/skills/server/queries/skill-labels';
import { isWhole } from '../../mission';
import { sightOf } from '../../mission.policy';
import { viewerOfMissions } from '../mission-access';
import { Missions, type MissionDocument } from '../mission.model';
import { skillSlugsOf, toCard, type MissionCard } from '../mission.presenter';
import { savedId, SavedMissions } from '../saved-mission.model';

export type { MissionCard } from '../mission.presenter';

/** Everything a card needs; long texts and records stay in the database. */
const CARD_FIELDS = { goal: 0, timeline: 0, opposingParties: 0, deliverables: 0 } as const;

export async function missionCards(ctx: Context, ids: readonly string[]): Promise<MissionCard[]> {
  if (ids.length === 0) return [];
  const found = await Missions.find({ _id: op({ $in: [...new Set(ids)] }) }, CARD_FIELDS).lean<MissionDocument[]>();
  const byId = new Map(found.map((mission) => [mission._id, mission]));
  return cardsOf(
    ctx,
    ids.flatMap((id) => byId.get(id) ?? []),
  );
}

/** For lists that have read their missions already; asks the policy for each. */
export async function cardsOf(ctx: Context, missions: readonly MissionDocument[]): Promise<MissionCard[]> {
  const whole = missions.filter(isWhole);
  const [viewerOf, organisations, labels, saved] = await Promise.all([
    viewerOfMissions(ctx),
    organisationCards(whole.map((mission) => mission.organisationId)),
    skillLabels(ctx, whole.flatMap(skillSlugsOf)),
    savedAmong(ctx, whole),
  ]);
  return whole.flatMap((mission) => {
    const organisation = organisations.get(mission.organisationId);
    const sight = sightOf(mission, viewerOf(mission.organisationId), organisation?.state === 'verified');
    if (sight === 'none') return [];
    const facts = { organisation, labels, locale: ctx.locale, now: ctx.now, saved: saved.has(mission._id) };
    return [toCard(mission, { ...facts, anonymised: sight === 'anonymised' })];
  });
}

async function savedAmong(ctx: Context, missions: readonly Pick<MissionDocument, '_id'>[]): Promise<Set<string>> {
  const personId = ctx.actor?.personId;
  if (personId === undefined || missions.length === 0) return new Set();
  const keys = missions.map((mission) => savedId(personId, mission._id));
  const found = await SavedMissions.find({ _id: op({ $in: keys }) }, { missionId: 1 }).lean<{ missionId: string }[]>();
  return new Set(found.map((each) => each.missionId));
}
