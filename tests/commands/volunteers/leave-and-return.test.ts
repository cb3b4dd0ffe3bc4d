/** Pausing, coming back, removing the profile, deleting the account; and how answers are counted. */
import { describe, expect, it } from 'vitest';
import { setClock } from '../../../src/lib/server/clock';
import { eraseEverywhere } from '../../../src/lib/domains/accounts/server/erasure';
import { personalDataOf } from '../../../src/lib/domains/accounts/server/personal-data';
import { pauseVolunteer } from '../../../src/lib/domains/volunteers/server/commands/pause-volunteer';
import { recordResponse } from '../../../src/lib/domains/volunteers/server/commands/record-response';
import { removeVolunteer } from '../../../src/lib/domains/volunteers/server/commands/remove-volunteer';
import { resumeVolunteer } from '../../../src/lib/domains/volunteers/server/commands/resume-volunteer';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import { forgetVolunteers } from '../../../src/lib/domains/volunteers/server/jobs/forget-volunteers';
import { matchVolunteers } from '../../../src/lib/domains/volunteers/server/queries/match-volunteers';
import { myProfile } from '../../../src/lib/domains/volunteers/server/queries/my-profile';
import { whyNotAbleToApply } from '../../../src/lib/domains/volunteers/server/queries/why-not-able-to-apply';
import { Volunteers } from '../../../src/lib/domains/volunteers/server/volunteer.model';
import { searchEngine } from '../../../src/lib/server/search-access';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';
import { createVolunteer } from '../../support/factories/volunteers';

async function isFound(id: string): Promise<boolean> {
  await drainAll();
  return (await searchEngine().candidates('volunteers', { and: [] }, 1000)).ids.includes(id);
}

describe('pausing', () => {
  it('takes her out of every list until she resumes; pressed twice it is the same', async () => {
    const { id } = await createVolunteer();
    const ctx = await asPerson(id);
    expect(await isFound(id)).toBe(true);
    await pauseVolunteer(ctx);
    await pauseVolunteer(ctx);
    expect(await isFound(id)).toBe(false);
    expect(await matchVolunteers([id])).toEqual([]);
    expect(await whyNotAbleToApply(id)).toBe('profile_refusal_paused');
    await resumeVolunteer(ctx);
    expect(await isFound(id)).toBe(true);
    expect(await matchVolunteers([id])).toHaveLength(1);
  });

  it('needs a profile, and an account', async () => {
    const { id } = await createPerson();
    const none = { code: 'not_found', reason: 'profile_refusal_none' };
    await expect(pauseVolunteer(await asPerson(id))).rejects.toMatchObject(none);
    await expect(resumeVolunteer(await asPerson(id))).rejects.toMatchObject(none);
    await expect(removeVolunteer(await asPerson(id))).rejects.toMatchObject(none);
    for (const command of [pauseVolunteer, resumeVolunteer, removeVolunteer])
      await expect(command(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('removing', () => {
  it('leaves nothing personal, in the database or the index, and lets her begin anew', async () => {
    const { id } = await createVolunteer({ interests: [{ kind: 'client', name: 'Nordwind', until: null }] });
    const ctx = await asPerson(id);
    expect(await isFound(id)).toBe(true);
    await removeVolunteer(ctx);
    const shell = JSON.stringify(await Volunteers.findById(id).lean());
    for (const word of ['Nordwind', 'clean air', 'climate', 'brussels', 'amendment']) expect(shell).not.toContain(word);
    expect(await isFound(id)).toBe(false);
    expect(await personalDataOf(id)).not.toHaveProperty('volunteer');
    expect(await myProfile(ctx)).toMatchObject({ version: null });
    const again = { section: 'languages', values: { languages: [{ code: 'nl', level: 'C2' }] } } as const;
    await saveVolunteerProfile(ctx, {
      section: again.section,
      values: { languages: [...again.values.languages] },
      version: null,
    });
    expect(await myProfile(ctx)).toMatchObject({ version: 1, values: { headline: '' } });
  });

  it('has one winner between removing and saving', async () => {
    const { id, version } = await createVolunteer();
    const ctx = await asPerson(id);
    const hide = { section: 'visibility', values: { visibility: 'applied' }, version } as const;
    await Promise.allSettled([removeVolunteer(ctx), saveVolunteerProfile(ctx, hide)]);
    const left = await Volunteers.findById(id).lean();
    expect(left).toMatchObject({ state: 'removed', headline: '' });
    // A window that still shows the old profile must not bring a piece of it back.
    await expect(saveVolunteerProfile(ctx, hide)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'profile_refusal_removed',
    });
  });

  it('is part of deleting the account, safe to repeat; the shell goes once its event is delivered', async () => {
    const { id } = await createVolunteer();
    await eraseEverywhere(id);
    await eraseEverywhere(id);
    const kept = await forgetVolunteers(new Date());
    expect(kept.shellsRemoved).toBe(0);
    expect(await isFound(id)).toBe(false);
    await forgetVolunteers(new Date());
    expect(await Volunteers.exists({ _id: id })).toBeNull();
  });
});

describe('retention and export', () => {
  it('forgets interests after 24 months', async () => {
    setClock(new Date('2027-03-01T12:00:00Z'));
    const until = new Date('2027-01-01T00:00:00Z');
    const { id } = await createVolunteer({ interests: [{ kind: 'client', name: 'Nordwind', until }] });
    await forgetVolunteers(new Date('2028-12-31T00:00:00Z'));
    expect((await Volunteers.findById(id).lean())?.interests).toHaveLength(1);
    await forgetVolunteers(new Date('2029-01-02T00:00:00Z'));
    expect((await Volunteers.findById(id).lean())?.interests).toHaveLength(0);
  });

  it('exports all that is kept', async () => {
    const interests = [{ kind: 'client' as const, name: 'Nordwind', until: null }];
    const { id } = await createVolunteer({ interests }, { showCauses: true });
    expect((await personalDataOf(id))['volunteer']).toMatchObject({
      headline: 'Lawyer for clean air',
      causes: ['climate'],
      consents: [{ what: 'show_causes', given: true }],
      interests,
    });
  });
});

describe('responsiveness', () => {
  it('counts each question once, however often it is told', async () => {
    const { id } = await createVolunteer();
    const answer = { personId: id, answered: true, replyHours: 5, key: 'invitation-1' };
    await Promise.all(Array.from({ length: 5 }, () => recordResponse(asSystem(), answer)));
    await recordResponse(asSystem(), { personId: id, answered: false, replyHours: null, key: 'invitation-2' });
    const [source] = await matchVolunteers([id]);
    expect(source?.responsiveness).toEqual({ asked: 2, answered: 1, replyHours: [5] });
    await expect(recordResponse(asStranger(), answer)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
