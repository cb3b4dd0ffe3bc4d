/** The volunteer writes down work she did on one day. */
import { requireConfirmed, type Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import { MAX_ENTRIES, type HoursEntry, type HoursKind, type HoursTime } from '../../../hours/hours';
import { whyNotStep } from '../../../engagement/engagement';
import { changeEngagement, refuse } from '../../change-engagement';
import { requirePlausible } from '../../hours/require-plausible';
import { requireTime } from '../../hours/require-time';

export interface LogHours {
  engagementId: string;
  /** `2027-03-12` */
  day: string;
  /** Whole minutes, 1 to 1440. */
  minutes: number;
  kind: HoursKind;
  note: string;
  /** Whose time it was; left out, sponsored where an employer was asked or has approved. */
  time?: HoursTime | undefined;
}

/** @throws AppError refused at the field: in the future, before the work began, more than 24 hours in a day */
export async function logHours(ctx: Context, input: LogHours, formKey?: string): Promise<{ entryId: string }> {
  requireConfirmed(ctx);
  const { engagementId, day, minutes, kind, note } = input;
  let entryId = newId();
  await changeEngagement(ctx, engagementId, 'volunteer', async (engagement) => {
    const known = formKey && engagement.hours.find((each) => each.formKey === formKey);
    if (known) {
      entryId = known.id;
      return null;
    }
    refuse(whyNotStep(engagement.state, 'log_hours'));
    if (engagement.hours.length >= MAX_ENTRIES) throw new AppError('refused', 'hours_refusal_too_many');
    await requirePlausible(ctx, engagement, { day, minutes });
    const time = await requireTime(engagementId, input.time);
    const entry: HoursEntry = {
      ...{ id: entryId, day, minutes, kind, note, time },
      state: 'logged',
      reason: '',
      loggedAt: ctx.now,
      decidedBy: null,
      decidedAt: null,
      formKey: formKey ?? null,
    };
    return {
      set: { hours: [...engagement.hours, entry] },
      events: [emit('hours.logged', { engagementId })],
    };
  });
  return { entryId };
}
