/** Wires the programmes domain into a process: it follows applications and work, and writes to those concerned. */
import './programme-events';
import { subscribe, type EventType } from '$lib/server/events';
import { removeProvider } from '$lib/domains/accounts/server/commands/sign-on/remove-provider';
import { registerSignUpInvitations } from '$lib/domains/accounts/server/sign-up-invitations';
import { bringSponsorIntoCharter } from '$lib/domains/engagements/server/sponsoring/sponsor-in-charter';
import { registerSponsorships } from '$lib/domains/engagements/server/sponsoring/sponsor-port';
import { systemContext } from '$lib/server/context';
import { followWork } from './follow-work';
import { registerFiguresJob } from './jobs/fold-figures';
import { registerRequestJobs } from './jobs/keep-requests';
import { mailAboutSponsorship } from './mails/sponsorship-mails';
import { mailStaffInvited } from './mails/staff-mails';
import { forgetStaff, registerProgrammesPersonalData } from './own-personal-data';
import { sponsorshipsOfWork } from './queries/sponsorships-of-work';
import { joinBySignOn } from './commands/staff/join-by-sign-on';
import { openInvitation } from './staff/open-invitation';
import { endRequestsOf } from './staff/part-from-employer';

const OF_APPLICATIONS = [
  'application.declined',
  'application.withdrawn',
  'application.expired',
] as const satisfies EventType[];
const OF_WORK = [
  'hours.verified',
  'hours.rejected',
  'engagement.terminated',
  'outcome.published',
] as const satisfies EventType[];
const OF_CHARTERS = [
  'sponsorship.approved',
  'sponsorship.withdrawn',
  'sponsorship.recalled',
] as const satisfies EventType[];
const MAILED = [
  'sponsorship.requested',
  'sponsorship.approved',
  'sponsorship.refused',
  'sponsorship.lapsed',
  'sponsorship.recalled',
] as const satisfies EventType[];

export function registerProgrammesSubscribers(): void {
  for (const type of OF_APPLICATIONS)
    subscribe(type, 'programmes.follow', ({ payload }) => followWork(payload.applicationId));
  for (const type of OF_WORK) subscribe(type, 'programmes.follow', ({ payload }) => followWork(payload.engagementId));
  for (const type of OF_CHARTERS) {
    subscribe(type, 'programmes.charter', ({ payload }) => bringSponsorIntoCharter(payload.sponsorshipId));
    // Hours that were verified while the request waited, from the day of the approval on.
    subscribe(type, 'programmes.follow', ({ payload }) => followWork(payload.sponsorshipId));
  }
  for (const type of MAILED) subscribe(type, 'programmes.mail', mailAboutSponsorship);
  subscribe('staff.invited', 'programmes.mail', mailStaffInvited);
  subscribe('staff.left', 'programmes.end-requests', ({ payload }) =>
    endRequestsOf(systemContext(), payload.organisationId, payload.personId),
  );
  subscribe('account.deleted', 'programmes.forget', ({ payload }) => forgetStaff(payload.personId));
  subscribe('organisation.suspended', 'programmes.sign-on', ({ payload }) =>
    removeProvider(systemContext(), { key: payload.organisationId }),
  );
  subscribe('account.signed_on', 'programmes.join', ({ payload }) =>
    joinBySignOn(payload.providerKey, payload.personId),
  );
  registerSponsorships(sponsorshipsOfWork);
  registerProgrammesPersonalData();
  registerSignUpInvitations(
    '/employers/join/',
    async (token, now) => (await openInvitation(token, now))?.email ?? null,
  );
  registerFiguresJob();
  registerRequestJobs();
}
