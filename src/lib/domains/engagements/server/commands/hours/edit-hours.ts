/** The volunteer corrects an entry that is not verified yet; a queried one is put to the NGO again. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { whyNotStep } from '../../../engagement/engagement';
import { whyNotChange } from '../../../hours/hours';
import { changeEngagement, refuse } from '../../change-engagement';
import { requirePlausible } from '../../hours/require-plausible';
import { requireTime } from '../../hours/require-time';
import type { LogHours } from './log-hours';

export async function editHours(ctx: Context, input: LogHours & { entryId: string }): Promise<void> {
  const { engagementId, entryId, day, minutes, kind, note } = input;
  await changeEngagement(ctx, engagementId, 'volunteer', async (engagement) => {
    const entry = engagement.hours.find((each) => each.id === entryId);
    if (!entry) throw new AppError('not_found', 'error_not_found');
    refuse(whyNotStep(engagement.state, 'log_hours'));
    refuse(whyNotChange(entry, ctx.now));
    await requirePlausible(ctx, engagement, { day, minutes }, entryId);
    const time = await requireTime(engagementId, input.time, entry.time ?? null);
    const next = { ...entry, day, minutes, kind, note, time, state: 'logged' as const, reason: '' };
    return {
      set: { hours: engagement.hours.map((each) => (each.id === entryId ? next : each)) },
      events: [emit('hours.logged', { engagementId })],
    };
  });
}
