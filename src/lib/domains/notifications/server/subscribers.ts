/** Wires the notifications domain into a process: the gate of all mail, digests, alerts, and what goes with an account. */
import { subscribe } from '$lib/server/events';
import { setMailGate } from '$lib/server/mail/enqueue-mail';
import { forgetName } from './forget-name';
import { registerCheckSearchesJob } from './jobs/check-searches';
import { registerForgetNotificationsJob } from './jobs/forget-notifications';
import { registerDigestsJob } from './jobs/send-digests';
import { mailGate } from './mail-gate';
import { mailMatch, tellOfMission, tellOfOutcome, tellOfUpdate } from './mails/alert-mails';
import { registerNotificationsPersonalData } from './own-personal-data';
import { markSearches } from './watch/mark-searches';
import { moveFollows } from './watch/move-follows';
import './watch/watch-events';

export function registerNotificationsSubscribers(): void {
  setMailGate(mailGate);
  subscribe('account.deleted', 'notifications.forget-name', ({ payload }) =>
    forgetName(payload.personId, payload.name),
  );
  subscribeWatching();
  registerNotificationsPersonalData();
  registerCheckSearchesJob();
  registerDigestsJob();
  registerForgetNotificationsJob();
}

function subscribeWatching(): void {
  subscribe('mission.published', 'notifications.mark-searches', ({ id, payload }) =>
    markSearches(id, payload.missionId),
  );
  subscribe('search.matched', 'notifications.mail-match', mailMatch);
  subscribe('mission.published', 'notifications.mail-followers', tellOfMission);
  subscribe('outcome.published', 'notifications.mail-followers', tellOfOutcome);
  subscribe('outcome.updated', 'notifications.mail-followers', tellOfUpdate);
  subscribe('organisation.merged', 'notifications.move-follows', ({ payload }) =>
    moveFollows(payload.fromId, payload.intoId),
  );
}
