/** What the organisations domain does by itself: its mails, its index, and its part when an account ends. */
import { registerSignUpInvitations } from '$lib/domains/accounts/server/sign-up-invitations';
import { subscribe, type EventType } from '$lib/server/events';
import { reindexIds } from '$lib/server/search-access';
import { flagWithoutOwner, forgetPerson } from './forget-person';
import { registerForgetInvitationsJob } from './jobs/forget-invitations';
import { mailInvitation, mailMemberJoined, mailMemberRemoved, mailMemberRole } from './mails/member-mails';
import { mailModerators, mailOwners } from './mails/verification-mails';
import { moveMembers } from './move-members';
import './organisation-events';
import { registerOrganisationsPersonalData } from './own-personal-data';
import { addressInvited } from './queries/invitation-by-token';
import { ORGANISATION_INDEX, registerOrganisationIndex } from './organisation.search';

function subscribeMails(): void {
  subscribe('organisation.created', 'organisations.mail-moderators', ({ id, payload }) =>
    mailModerators('created', id, payload.organisationId),
  );
  subscribe('organisation.resubmitted', 'organisations.mail-moderators', ({ id, payload }) =>
    mailModerators('resubmitted', id, payload.organisationId),
  );
  subscribe('organisation.flagged', 'organisations.mail-moderators', ({ id, payload }) =>
    mailModerators('flagged', id, payload.organisationId),
  );
  for (const kind of ['verified', 'changes_requested', 'suspended', 'reinstated'] as const) {
    subscribe(`organisation.${kind}`, 'organisations.mail-owners', ({ id, payload }) =>
      mailOwners(kind, id, payload.organisationId, payload.note),
    );
  }
  subscribe('organisation.member_invited', 'organisations.mail-invited', mailInvitation);
  subscribe('organisation.member_joined', 'organisations.mail-owners', mailMemberJoined);
  subscribe('organisation.member_removed', 'organisations.mail-removed', mailMemberRemoved);
  subscribe('organisation.member_role_changed', 'organisations.mail-member', mailMemberRole);
}

function subscribeReactions(): void {
  subscribe('account.deleted', 'organisations.forget-person', ({ payload }) =>
    forgetPerson(payload.personId, payload.email),
  );
  subscribe('organisation.member_left', 'organisations.flag-without-owner', ({ payload }) =>
    flagWithoutOwner(payload.organisationId),
  );
  subscribe('organisation.merged', 'organisations.move-members', async ({ id, payload }) => {
    await moveMembers(payload.fromId);
    await mailOwners('merged', id, payload.intoId, payload.note);
  });
}

const INDEXED: EventType[] = [
  'organisation.created',
  'organisation.changed',
  'organisation.verified',
  'organisation.suspended',
  'organisation.reinstated',
];

/** After the mails: an index that does not answer must not hold them back. */
function subscribeIndex(): void {
  registerOrganisationIndex();
  for (const type of INDEXED) {
    subscribe(type, 'organisations.index', ({ payload }) =>
      reindexIds(ORGANISATION_INDEX, [(payload as { organisationId: string }).organisationId]),
    );
  }
  subscribe('organisation.merged', 'organisations.index', ({ payload }) =>
    reindexIds(ORGANISATION_INDEX, [payload.fromId, payload.intoId]),
  );
}

export function registerOrganisationsSubscribers(): void {
  subscribeMails();
  subscribeReactions();
  subscribeIndex();
  registerForgetInvitationsJob();
  registerOrganisationsPersonalData();
  registerSignUpInvitations('/invitations/', addressInvited);
}
