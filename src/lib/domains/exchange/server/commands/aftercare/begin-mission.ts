/** Whoever receives knowledge makes a mission of it with one press; pressed twice, also by two people, there is one. */
import { createMission } from '$lib/domains/missions/server/commands/create-mission';
import { saveMission } from '$lib/domains/missions/server/commands/save-mission';
import { missionAddresses } from '$lib/domains/missions/server/queries/mission-addresses';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { isLanguageCode } from '$lib/domains/skills/language';
import { unknownSkills } from '$lib/domains/skills/server/queries/unknown-skills';
import { requireConfirmed, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { whyNotMission } from '../../../aftercare/mission-rule';
import { missionOf } from '../../aftercare/deal-mission';
import { changeDeal, findDeal, refuse } from '../../deals/change-deal';
import { registrationsOf, requireParty } from '../../deals/parties';

/** `receiver` is the registration that receives. @throws AppError not_found, forbidden, refused with the reason */
export async function beginMission(
  ctx: Context,
  { dealId, receiver: receiverId }: { dealId: string; receiver: string },
): Promise<{ missionId: string; slug: string; created: boolean }> {
  const actor = requireConfirmed(ctx);
  const { deal, edition } = await findDeal(dealId);
  const own = await requireParty(ctx, deal, edition);
  if (!own.includes(receiverId)) throw new AppError('forbidden', 'care_refusal_not_receiver');
  const known = deal.missions.find(({ receiver }) => receiver === receiverId);
  const address = known && (await missionAddresses([known.missionId])).get(known.missionId);
  if (known && address) return { missionId: known.missionId, slug: address.slug, created: false };
  const registrations = await registrationsOf(deal.parties);
  const receiver = registrations.get(receiverId);
  const leg = deal.legs.find((one) => one.receiver === receiverId);
  const giver = registrations.get(leg?.giver ?? '');
  const card = (await organisationCards([receiver?.organisationId ?? ''])).get(receiver?.organisationId ?? '');
  if (!receiver || !leg || !giver || !card) throw new AppError('not_found', 'error_not_found');
  refuse(whyNotMission({ state: deal.state, category: leg.category, kind: card.kind, standing: card.state }));
  const language = isLanguageCode(card.language) ? card.language : ctx.locale;
  const content = missionOf({ deal, leg, edition, giver, receiver, language, causes: card.causes });
  const gone = new Set(
    await unknownSkills(
      ctx,
      content.roles.flatMap(({ mustHave }) => mustHave.map(({ slug }) => slug)),
    ),
  );
  for (const role of content.roles) role.mustHave = role.mustHave.filter(({ slug }) => !gone.has(slug));
  // The key is the deal's own: whoever presses at the same moment, or after a crash, finds the same mission.
  const key = `deal:${dealId}:${receiverId}`;
  const made = await createMission(
    ctx,
    { organisationId: card.id, template: null, language, title: content.title },
    key,
  );
  await fill(ctx, made.missionId, content);
  await changeDeal(ctx, dealId, ({ deal: now }) => {
    // A draft that was thrown away makes room for a new one.
    const others = now.missions.filter(({ receiver: one }) => one !== receiverId);
    if (now.missions.some(({ missionId }) => missionId === made.missionId)) return null;
    const missions = [...others, { receiver: receiverId, missionId: made.missionId, by: actor.personId }];
    return { set: { missions }, what: 'mission_begun' };
  });
  return made;
}

/** Only the first version is filled: what somebody wrote since stays. */
async function fill(
  ctx: Context,
  missionId: string,
  content: Parameters<typeof saveMission>[1]['content'],
): Promise<void> {
  try {
    await saveMission(ctx, { missionId, version: 1, content });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
  }
}
