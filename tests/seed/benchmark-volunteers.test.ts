/** SEED-030: sets of volunteers for measurements, and the two commands that put people in place by the hundred. */
import { describe, expect, it } from 'vitest';
import { importPeople } from '../../src/lib/domains/accounts/server/commands/operator/import-people';
import { People } from '../../src/lib/domains/accounts/server/person.model';
import { importVolunteers } from '../../src/lib/domains/volunteers/server/commands/import-volunteers';
import { Volunteers, type VolunteerDocument } from '../../src/lib/domains/volunteers/server/volunteer.model';
import { now } from '../../src/lib/server/clock';
import { addBenchmarkVolunteers } from '../../seed/volunteers/benchmark-volunteers';
import { asPerson, asStranger, asSystem } from '../support/contexts';
import { createPerson } from '../support/factories/accounts';

describe('volunteers for measurements', () => {
  it('SEED-030 are as many as wanted, and a second run adds others', async () => {
    const steps: number[] = [];
    await addBenchmarkVolunteers({ count: 30, now: now(), onProgress: (done) => steps.push(done) });
    await addBenchmarkVolunteers({ count: 20, now: now() });
    expect(steps).toEqual([30]);
    const volunteers = await Volunteers.find().lean<VolunteerDocument[]>();
    expect(volunteers).toHaveLength(50);
    expect(new Set(volunteers.map(({ country }) => country)).size).toBeGreaterThan(5);
    expect(
      volunteers.every(({ skills, state, outbox = [] }) => skills.length > 2 && state === 'active' && !outbox.length),
    ).toBe(true);
    const people = await People.find().select('+passwordHash').lean();
    expect(new Set(people.map(({ email }) => email)).size).toBe(50);
    expect(people.every(({ passwordHash }) => passwordHash === null)).toBe(true);
  });

  it('SEED-031 come in through commands that nobody but the platform may call', async () => {
    const { id } = await createPerson();
    for (const ctx of [asStranger(), await asPerson(id)]) {
      await expect(importPeople(ctx, { people: [], passwordHash: null })).rejects.toMatchObject({ code: 'not_found' });
      await expect(importVolunteers(ctx, { volunteers: [] })).rejects.toMatchObject({ code: 'not_found' });
    }
  });

  it('SEED-032 are refused as a whole when one names a skill that does not exist', async () => {
    const before = await Volunteers.countDocuments();
    const of = async (slug: string) => ({
      personId: (await createPerson()).id,
      sections: [{ section: 'skills' as const, values: { skills: [{ slug, level: 2 as const }] } }],
      at: now(),
    });
    const volunteers = [await of('eu-law'), await of('levitation')];
    await expect(importVolunteers(asSystem(), { volunteers })).rejects.toMatchObject({
      code: 'invalid',
      reason: 'profile_error_unknown_skill',
    });
    expect(await Volunteers.countDocuments()).toBe(before);
  });

  it('SEED-033 never take an address that somebody has', async () => {
    const { email } = await createPerson();
    const person = { name: 'Somebody Else', email: email.toUpperCase(), locale: 'en' as const, at: now() };
    await expect(importPeople(asSystem(), { people: [person], passwordHash: null })).rejects.toMatchObject({
      code: 11000,
    });
  });
});
