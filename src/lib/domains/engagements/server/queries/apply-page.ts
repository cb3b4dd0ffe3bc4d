/** What the page for applying shows: the role, whether she may, and whether she would wait in line. */
import { requireActor, type Context } from '$lib/server/context';
import { platformSettings } from '$lib/server/settings/platform-settings';
import { AppError } from '$lib/shared/app-error';
import { openSeats } from '$lib/domains/missions/mission';
import { missionCards, type MissionCard } from '$lib/domains/missions/server/queries/mission-cards';
import { missionSight } from '$lib/domains/missions/server/queries/mission-sight';
import { isWaitingList } from '../../application/application';
import { refusalFor } from '../applications/refusal-for';
import { countUndecided } from '../applications/settle-mission';
import { countWaiting } from '../applications/waiting-place';
import { myStanding, type RoleStanding } from './my-standing';

export interface ApplyPage {
  mission: MissionCard;
  role: MissionCard['roles'][number];
  /** A message key that says why she cannot apply, or null. */
  refusal: string | null;
  standing: RoleStanding | null;
  waits: boolean;
  /** How many wait before her, if she joins the line now. */
  ahead: number;
  /** Working days the NGO has to answer. */
  replyDays: number;
}

/** @throws AppError not_found for missions she may not see and roles that do not exist */
export async function applyPage(ctx: Context, slug: string, roleId: string | null): Promise<ApplyPage> {
  const { personId } = requireActor(ctx);
  const sight = await missionSight(ctx, slug);
  const [card] = await missionCards(ctx, [sight.mission._id]);
  const role = card?.roles.find(({ id }) => id === roleId) ?? (card?.roles.length === 1 ? card.roles[0] : undefined);
  const known = sight.mission.roles.find(({ id }) => id === role?.id);
  if (!card || !role || !known) throw new AppError('not_found', 'error_not_found');
  const [refusal, standing, undecided, ahead, settings] = await Promise.all([
    refusalFor(ctx, personId, sight, known),
    myStanding(ctx, card.id),
    countUndecided(card.id, role.id),
    countWaiting(card.id, role.id),
    platformSettings(),
  ]);
  return {
    mission: card,
    role,
    refusal,
    standing: standing[role.id] ?? null,
    waits: isWaitingList(undecided, openSeats(known), settings.undecidedPerSeat),
    replyDays: settings.replyDays,
    ahead,
  };
}
