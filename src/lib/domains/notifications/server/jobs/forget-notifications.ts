/** Forgets notifications after half a year: what they tell of is in its own place. */
import { registerJob } from '$lib/server/jobs/jobs';
import { op } from '$lib/server/mongo';
import { DAY, HOUR } from '$lib/shared/dates';
import { KEEP_DAYS } from '../../notification';
import { Notifications } from '../notification.model';

export async function forgetNotifications(at: Date): Promise<void> {
  await Notifications.deleteMany({ at: op({ $lt: new Date(at.getTime() - KEEP_DAYS * DAY) }) });
}

export function registerForgetNotificationsJob(): void {
  registerJob({ name: 'notifications.forget', everyMs: 6 * HOUR, run: forgetNotifications });
}
