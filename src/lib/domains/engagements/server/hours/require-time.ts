/** Whose time an entry of hours is: a choice only where an employer sponsors the work, or was asked to. */
import { AppError } from '$lib/shared/app-error';
import type { HoursTime } from '../../hours/hours';
import { mayChooseTime } from '../../hours/sponsored-time';
import { sponsorshipOf } from '../sponsoring/sponsor-port';

/**
 * @param known what the entry says already; left out for a new one, which is sponsored unless she says otherwise
 * @throws AppError refused at the field for sponsored time that no employer gives
 */
export async function requireTime(
  engagementId: string,
  chosen: HoursTime | undefined,
  known?: HoursTime | null,
): Promise<HoursTime | null> {
  if (mayChooseTime(await sponsorshipOf(engagementId))) return chosen ?? (known === undefined ? 'sponsored' : known);
  if (chosen === 'sponsored' && known !== 'sponsored')
    throw new AppError('refused', 'hours_refusal_no_sponsor', { field: 'time' });
  return chosen ?? known ?? null;
}
