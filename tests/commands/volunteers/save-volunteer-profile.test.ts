/** Saving a profile: section by section, checked at the field, one winner among two windows, consent on record. */
import { describe, expect, it } from 'vitest';
import { setClock } from '../../../src/lib/server/clock';
import { saveVolunteerProfile } from '../../../src/lib/domains/volunteers/server/commands/save-volunteer-profile';
import { myProfile } from '../../../src/lib/domains/volunteers/server/queries/my-profile';
import { whyNotAbleToApply } from '../../../src/lib/domains/volunteers/server/queries/why-not-able-to-apply';
import { Volunteers } from '../../../src/lib/domains/volunteers/server/volunteer.model';
import type { SectionInput } from '../../../src/lib/domains/volunteers/volunteer-input';
import { asPerson, asStranger } from '../../support/contexts';
import { createPerson } from '../../support/factories/accounts';
import { aVolunteer, createVolunteer, sectionsOf } from '../../support/factories/volunteers';

const HEADLINE = (headline: string): SectionInput => ({
  section: 'about',
  values: { headline, bio: '', track: 'professional', employerName: null, supervisorName: '', supervisorEmail: '' },
});

describe('saving a profile', () => {
  it('begins with any section, also before the e-mail address is confirmed', async () => {
    const { id } = await createPerson({}, { confirmed: false });
    const ctx = await asPerson(id);
    expect(await myProfile(ctx)).toMatchObject({ version: null, percent: 0, canApply: false });
    const skills: SectionInput = { section: 'skills', values: { skills: [{ slug: 'eu-law', level: 3 }] } };
    expect(await saveVolunteerProfile(ctx, { ...skills, version: null })).toEqual({ version: 1 });
    expect(await whyNotAbleToApply(id)).toBe('profile_refusal_no_languages');
    const languages: SectionInput = { section: 'languages', values: { languages: [{ code: 'fr', level: 'C2' }] } };
    expect(await saveVolunteerProfile(ctx, { ...languages, version: 1 })).toEqual({ version: 2 });
    expect(await whyNotAbleToApply(id)).toBeNull();
    const profile = await myProfile(ctx);
    expect(profile).toMatchObject({ version: 2, canApply: true, values: { visibility: 'ngos' } });
    expect(profile.values.skills).toEqual([{ value: 'eu-law', label: expect.any(String) as string, level: '3' }]);
  });

  it('keeps every section, with the city’s place on the map', async () => {
    const { id } = await createVolunteer();
    expect(await Volunteers.findById(id).lean()).toMatchObject({
      ...aVolunteer(),
      interestsDeclaredAt: expect.any(Date) as Date,
      lat: expect.closeTo(50.85, 1) as number,
      state: 'active',
      version: 9,
    });
    expect(await myProfile(await asPerson(id))).toMatchObject({ percent: 100, missing: [] });
  });

  it('refuses a stranger', async () => {
    await expect(saveVolunteerProfile(asStranger(), { ...HEADLINE('Me'), version: null })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it.each<[string, SectionInput, string]>([
    [
      'a student without a supervisor',
      { section: 'about', values: { ...(HEADLINE('Law student').values as object), track: 'student' } as never },
      'supervisorName',
    ],
    ['a skill that is none', { section: 'skills', values: { skills: [{ slug: 'juggling', level: 1 }] } }, 'skills'],
    [
      'a city in another country',
      { section: 'place', values: { country: 'FR', citySlug: 'brussels', remote: true, radiusKm: null } },
      'citySlug',
    ],
    [
      'an end that has passed',
      {
        section: 'availability',
        values: { hoursPerWeek: 2, availableFrom: null, availableUntil: new Date('2020-01-01T00:00:00Z') },
      },
      'availableUntil',
    ],
    [
      'a licence from a year to come',
      { section: 'licences', values: { licences: [{ kind: 'bar', jurisdiction: 'BE', year: 2099 }] } },
      'licences',
    ],
  ])('refuses %s, at the field, and writes nothing', async (_what, section, field) => {
    const { id } = await createPerson();
    const ctx = await asPerson(id);
    await expect(saveVolunteerProfile(ctx, { ...section, version: null })).rejects.toMatchObject({
      code: 'invalid',
      field,
    });
    expect(await Volunteers.exists({ _id: id })).toBeNull();
  });

  it('takes the country from the city where none was chosen', async () => {
    const { id } = await createPerson();
    const values = { country: null, citySlug: 'ghent', remote: false, radiusKm: 30 };
    await saveVolunteerProfile(await asPerson(id), { section: 'place', values, version: null });
    expect(await Volunteers.findById(id).lean()).toMatchObject({ country: 'BE', radiusKm: 30 });
  });

  it('forgets the supervisor of whoever is no student any more', async () => {
    const supervisor = { name: 'Prof. Anna Holt', email: 'holt@uni.example' };
    const { id, version } = await createVolunteer({ track: 'student', supervisor });
    await saveVolunteerProfile(await asPerson(id), { ...HEADLINE('Lawyer'), version });
    expect(await Volunteers.findById(id).lean()).toMatchObject({ supervisor: null });
  });

  it('keeps no interest that ended more than 24 months ago', async () => {
    setClock(new Date('2027-03-01T12:00:00Z'));
    const { id } = await createVolunteer({
      interests: [
        { kind: 'client', name: 'Long ago Ltd', until: new Date('2025-02-28T00:00:00Z') },
        { kind: 'client', name: 'Lately Ltd', until: new Date('2025-03-02T00:00:00Z') },
        { kind: 'employer', name: 'Still there', until: null },
      ],
    });
    const stored = await Volunteers.findById(id).lean();
    expect(stored?.interests.map(({ name }) => name)).toEqual(['Lately Ltd', 'Still there']);
  });
});

describe('two windows', () => {
  it('give one success and one clear refusal, and a second try from the new version works', async () => {
    const { id, version } = await createVolunteer();
    const ctx = await asPerson(id);
    const both = await Promise.allSettled([
      saveVolunteerProfile(ctx, { ...HEADLINE('From the left'), version }),
      saveVolunteerProfile(ctx, { ...HEADLINE('From the right'), version }),
    ]);
    const lost = both.filter((each) => each.status === 'rejected');
    expect(lost).toHaveLength(1);
    expect(lost[0]?.reason).toMatchObject({ code: 'conflict', reason: 'profile_refusal_saved_elsewhere' });
    await expect(saveVolunteerProfile(ctx, { ...HEADLINE('Late'), version })).rejects.toMatchObject({
      code: 'conflict',
    });
    await expect(saveVolunteerProfile(ctx, { ...HEADLINE('Again'), version: version + 1 })).resolves.toEqual({
      version: version + 2,
    });
  });

  it('make one profile of two first saves', async () => {
    const { id } = await createPerson();
    const ctx = await asPerson(id);
    const [first] = sectionsOf(aVolunteer());
    if (!first) throw new Error('no section');
    await Promise.allSettled(Array.from({ length: 8 }, () => saveVolunteerProfile(ctx, { ...first, version: null })));
    expect(await Volunteers.countDocuments({ _id: id })).toBe(1);
    const events = (await Volunteers.findById(id).select('+outbox').lean())?.outbox ?? [];
    expect(events.filter(({ type }) => type === 'volunteer.created')).toHaveLength(1);
  });
});

describe('consent to show causes', () => {
  it('is recorded when it is given and when it is withdrawn, with the version of its text', async () => {
    const { id, version } = await createVolunteer({}, { showCauses: true });
    const ctx = await asPerson(id);
    expect((await myProfile(ctx)).preview.causes).toEqual(['climate']);
    expect((await myProfile(ctx)).causesShownSince).toBeInstanceOf(Date);
    const off: SectionInput = { section: 'causes', values: { causes: ['climate'], showCauses: false } };
    const saved = await saveVolunteerProfile(ctx, { ...off, version });
    await saveVolunteerProfile(ctx, { ...off, version: saved.version });
    expect((await myProfile(ctx)).preview.causes).toEqual([]);
    const consents = (await Volunteers.findById(id).lean())?.consents ?? [];
    expect(consents.map(({ what, given }) => [what, given])).toEqual([
      ['show_causes', true],
      ['show_causes', false],
    ]);
    expect(consents.every((record) => record.version !== '' && record.at instanceof Date)).toBe(true);
  });
});
