/** An NGO one does not want to hear from: it neither finds nor invites her, and learns no reason. */
import { beforeEach, describe, expect, it } from 'vitest';
import { inviteVolunteer } from '../../../src/lib/domains/engagements/server/commands/invitations/invite-volunteer';
import { forgetPool } from '../../../src/lib/domains/matching/server/pool/volunteer-pool';
import { rankedCandidates } from '../../../src/lib/domains/matching/server/queries/ranked-candidates';
import { blockNgo } from '../../../src/lib/domains/volunteers/server/commands/block-ngo';
import { unblockNgo } from '../../../src/lib/domains/volunteers/server/commands/unblock-ngo';
import { blockedNgos } from '../../../src/lib/domains/volunteers/server/queries/blocked-ngos';
import { asPerson, asStranger } from '../../support/contexts';
import { createMission } from '../../support/factories/missions';
import { createPendingOrganisation, createSomePerson } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

beforeEach(forgetPool);

describe('blockNgo', () => {
  it('takes her from the NGO’s candidates without a trace in its numbers, until she changes her mind', async () => {
    const mission = await createMission();
    const volunteer = await createVolunteer({ visibility: 'everyone' });
    const [her, ngo] = [await asPerson(volunteer.id), await asPerson(mission.ownerId)];
    const of = { missionId: mission.id, roleId: mission.roleIds[0] ?? '' };
    const before = await rankedCandidates(ngo, of);
    const input = { organisationId: mission.organisationId };
    await blockNgo(her, input);
    await blockNgo(her, input);
    expect(await blockedNgos(her)).toHaveLength(1);
    const after = await rankedCandidates(ngo, of);
    expect(after.considered).toBe(before.considered - 1);
    expect(after.excluded).toEqual(before.excluded);
    const invitation = { ...of, personId: volunteer.id, message: 'We would like you to draft amendments with us.' };
    await expect(inviteVolunteer(ngo, invitation)).rejects.toMatchObject({ reason: 'invitation_refusal_unreachable' });
    await unblockNgo(await asPerson(volunteer.id), input);
    expect(await blockedNgos(her)).toEqual([]);
    expect((await rankedCandidates(ngo, of)).considered).toBe(before.considered);
    await inviteVolunteer(ngo, invitation);
  });

  it('is for people with a profile, about NGOs they can see', async () => {
    const pending = await createPendingOrganisation();
    const her = await asPerson((await createVolunteer()).id);
    await expect(blockNgo(her, { organisationId: pending.id })).rejects.toMatchObject({ code: 'not_found' });
    const { organisationId } = await createMission();
    const nobody = await asPerson((await createSomePerson()).id);
    await expect(blockNgo(nobody, { organisationId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(blockNgo(asStranger(), { organisationId })).rejects.toMatchObject({ code: 'unauthenticated' });
    expect(await blockedNgos(nobody)).toBeNull();
  });
});
