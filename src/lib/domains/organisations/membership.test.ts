import { describe, expect, it } from 'vitest';
import { MAX_MEMBERS, whyNotAccept, whyNotChangeRole, whyNotDepart, whyNotInvite } from './membership';
import { canEditOrganisation, canManageMembers, canSeePage, roleAtLeast } from './organisation.policy';

const owner = { personId: 'ann', role: 'owner' as const };
const second = { personId: 'bob', role: 'owner' as const };
const editor = { personId: 'eve', role: 'editor' as const };

describe('the last owner', () => {
  it('stays, and stays owner', () => {
    expect(whyNotDepart([owner, editor], 'ann')).toBe('organisation_refusal_last_owner');
    expect(whyNotChangeRole([owner, editor], 'ann', 'editor')).toBe('organisation_refusal_last_owner');
    expect(whyNotChangeRole([owner, editor], 'ann', 'owner')).toBeNull();
  });

  it('may go when there is another', () => {
    expect(whyNotDepart([owner, second], 'ann')).toBeNull();
    expect(whyNotChangeRole([owner, second], 'ann', 'viewer')).toBeNull();
  });

  it('does not hold anybody else', () => {
    expect(whyNotDepart([owner, editor], 'eve')).toBeNull();
  });
});

describe('whyNotInvite', () => {
  const situation = { members: 1, invitedEmails: ['a@example.org'], email: 'b@example.org', isMember: false };
  it('refuses members, the invited and a full house', () => {
    expect(whyNotInvite(situation)).toBeNull();
    expect(whyNotInvite({ ...situation, isMember: true })).toBe('organisation_refusal_already_member');
    expect(whyNotInvite({ ...situation, email: 'a@example.org' })).toBe('organisation_refusal_already_invited');
    expect(whyNotInvite({ ...situation, members: MAX_MEMBERS - 1 })).toBe('organisation_refusal_too_many_members');
  });
});

describe('whyNotAccept', () => {
  const expiresAt = new Date('2027-03-15T00:00:00Z');
  const before = new Date('2027-03-14T00:00:00Z');
  it('is for one address and for a time', () => {
    expect(whyNotAccept({ email: 'a@example.org', expiresAt }, 'A@Example.org', before)).toBeNull();
    expect(whyNotAccept({ email: 'a@example.org', expiresAt }, 'b@example.org', before)).toBe(
      'organisation_refusal_other_address',
    );
    expect(whyNotAccept({ email: 'a@example.org', expiresAt }, 'a@example.org', expiresAt)).toBe(
      'organisation_refusal_invitation_over',
    );
  });
});

describe('who may', () => {
  it('ranks the roles', () => {
    expect(roleAtLeast('owner', 'editor')).toBe(true);
    expect(roleAtLeast('viewer', 'editor')).toBe(false);
    expect(canEditOrganisation('editor')).toBe(true);
    expect(canManageMembers('editor')).toBe(false);
  });

  it('shows the page of a verified organisation to everyone, of another to its own and to moderators', () => {
    const stranger = { isMember: false, isModerator: false };
    expect(canSeePage({ state: 'verified', mergedInto: null }, stranger)).toBe(true);
    expect(canSeePage({ state: 'pending', mergedInto: null }, stranger)).toBe(false);
    expect(canSeePage({ state: 'suspended', mergedInto: null }, { ...stranger, isMember: true })).toBe(true);
    expect(canSeePage({ state: 'pending', mergedInto: null }, { ...stranger, isModerator: true })).toBe(true);
    expect(canSeePage({ state: 'suspended', mergedInto: 'x' }, { isMember: true, isModerator: true })).toBe(false);
  });
});
