/** Wires the notifications domain into a process: the gate of all mail, digests, and what goes with an account. */
import { subscribe } from '$lib/server/events';
import { setMailGate } from '$lib/server/mail/enqueue-mail';
import { forgetName } from './forget-name';
import { registerForgetNotificationsJob } from './jobs/forget-notifications';
import { registerDigestsJob } from './jobs/send-digests';
import { mailGate } from './mail-gate';
import { registerNotificationsPersonalData } from './own-personal-data';

export function registerNotificationsSubscribers(): void {
  setMailGate(mailGate);
  subscribe('account.deleted', 'notifications.forget-name', ({ payload }) =>
    forgetName(payload.personId, payload.name),
  );
  registerNotificationsPersonalData();
  registerDigestsJob();
  registerForgetNotificationsJob();
}
