/** Who finds and sees whom, what never leaves the server, and the list while search is down. */
import { afterEach, describe, expect, it } from 'vitest';
import { setClock } from '../../../src/lib/server/clock';
import type { Context } from '../../../src/lib/server/context';
import { searchEngine, setSearchEngine } from '../../../src/lib/server/search-access';
import { updatePreferences } from '../../../src/lib/domains/accounts/server/commands/update-preferences';
import { NO_FILTERS, readFilters } from '../../../src/lib/domains/volunteers/listing/volunteer-filters';
import { listVolunteers } from '../../../src/lib/domains/volunteers/server/queries/list-volunteers';
import { volunteerCards } from '../../../src/lib/domains/volunteers/server/queries/volunteer-cards';
import { volunteerPage } from '../../../src/lib/domains/volunteers/server/queries/volunteer-page';
import { pauseVolunteer } from '../../../src/lib/domains/volunteers/server/commands/pause-volunteer';
import { registerWorkTie } from '../../../src/lib/domains/volunteers/server/work-ties';
import type { Visibility } from '../../../src/lib/domains/volunteers/volunteer';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';
import { createPendingOrganisation, createVerifiedOrganisation } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const read = (query: string) => readFilters(new URLSearchParams(query)) ?? NO_FILTERS;
const canSee = (ctx: Context, id: string) =>
  volunteerPage(ctx, id).then(
    () => true,
    (error: unknown) => {
      expect(error).toMatchObject({ code: 'not_found', reason: 'error_not_found' });
      return false;
    },
  );
async function found(ctx: Context, query: string): Promise<string[]> {
  return (await listVolunteers(ctx, read(query))).volunteers.map(({ id }) => id);
}

const engine = () => searchEngine();
let real: ReturnType<typeof engine> | undefined;
afterEach(() => {
  if (real) setSearchEngine(real);
  real = undefined;
});

describe('visibility', () => {
  it('shows everyone, verified NGOs or nobody what was chosen, in pages and lists', async () => {
    const word = `zephyr${Date.now().toString(36)}`;
    const made = Object.fromEntries(
      await Promise.all(
        (['everyone', 'ngos', 'applied'] as const).map(async (visibility): Promise<[Visibility, string]> => [
          visibility,
          (await createVolunteer({ visibility, headline: `${word} lawyer` })).id,
        ]),
      ),
    ) as Record<Visibility, string>;
    await drainAll();
    const ngo = await asPerson((await createVerifiedOrganisation()).ownerId);
    const pending = await asPerson((await createPendingOrganisation()).ownerId);
    const moderator = await asPerson((await createPerson({}, { platformRoles: ['moderator'] })).id);
    const somebody = await asPerson((await createPerson()).id);
    const seen: [Context, boolean, boolean, boolean][] = [
      [asStranger(), true, false, false],
      [somebody, true, false, false],
      [pending, true, false, false],
      [ngo, true, true, false],
      [moderator, true, true, true],
    ];
    for (const [ctx, everyone, ngos, applied] of seen) {
      expect(await canSee(ctx, made.everyone)).toBe(everyone);
      expect(await canSee(ctx, made.ngos)).toBe(ngos);
      expect(await canSee(ctx, made.applied)).toBe(applied);
      const expected = [...(everyone ? [made.everyone] : []), ...(ngos ? [made.ngos] : [])];
      expect((await found(ctx, `q=${word}`)).sort()).toEqual(expected.sort());
    }
    expect(await canSee(await asPerson(made.applied), made.applied)).toBe(true);
    await pauseVolunteer(await asPerson(made.everyone));
    await drainAll();
    expect(await canSee(asStranger(), made.everyone)).toBe(false);
    expect(await found(asStranger(), `q=${word}`)).toEqual([]);
  });

  it('opens the page of whoever applied to the NGO that she applied to', async () => {
    const { id } = await createVolunteer({ visibility: 'applied' });
    const [known, other] = [await createVerifiedOrganisation(), await createVerifiedOrganisation()];
    registerWorkTie('test', (personId, organisations) =>
      Promise.resolve(personId === id && organisations.includes(known.id)),
    );
    expect(await canSee(await asPerson(known.ownerId), id)).toBe(true);
    expect(await canSee(await asPerson(other.ownerId), id)).toBe(false);
  });

  it('is asked of the database again: an index that lags shows nobody who hid', async () => {
    const word = `lagging${Date.now().toString(36)}`;
    const { id } = await createVolunteer({ visibility: 'everyone', headline: word });
    await drainAll();
    await pauseVolunteer(await asPerson(id));
    expect(await found(asStranger(), `q=${word}`)).toEqual([]);
  });

  it('has no page for what is no id', async () => {
    for (const id of ['', '../x', '__proto__', 'a'.repeat(20)]) expect(await canSee(asStranger(), id)).toBe(false);
  });
});

describe('what leaves the server', () => {
  it('holds no interest, supervisor, address, or cause without consent', async () => {
    const { id, email } = await createVolunteer({
      visibility: 'everyone',
      track: 'student',
      supervisor: { name: 'Prof. Anna Holt', email: 'holt@uni.example' },
      interests: [{ kind: 'client', name: 'Nordwind Chemicals', until: null }],
      causes: ['migration'],
    });
    await drainAll();
    const ngo = await asPerson((await createVerifiedOrganisation()).ownerId);
    for (const ctx of [asStranger(), ngo]) {
      const out = JSON.stringify([
        await volunteerPage(ctx, id),
        await listVolunteers(ctx, NO_FILTERS),
        [...(await volunteerCards([id])).values()],
      ]);
      for (const secret of ['Nordwind', 'Holt', 'holt@', email, 'migration', 'outbox', 'consents', '"lat"'])
        expect(out).not.toContain(secret);
    }
    const indexed = await searchEngine().search('volunteers', { text: 'Nordwind', offset: 0, limit: 10 });
    expect(indexed.total).toBe(0);
    const shown = await createVolunteer({ visibility: 'everyone', causes: ['migration'] }, { showCauses: true });
    expect((await volunteerPage(asStranger(), shown.id)).volunteer.causes).toEqual(['migration']);
  });
});

describe('the list', () => {
  it('is found by skill words in any language, by name, and narrowed by facets with counts', async () => {
    const name = `Ysolde${Date.now().toString(36)}`;
    const { id } = await createVolunteer(
      { visibility: 'everyone', country: 'LU', citySlug: null, hoursPerWeek: 4 },
      { name },
    );
    await drainAll();
    expect(await found(asStranger(), `q=${name}`)).toEqual([id]);
    expect(await found(asStranger(), 'q=amendements&country=LU')).toContain(id);
    expect(await found(asStranger(), 'country=LU&hours=5&skill=eu-law&language=en')).toContain(id);
    // B1 is not enough to be asked to work in it.
    expect(await found(asStranger(), 'country=LU&language=fr')).not.toContain(id);
    expect(await found(asStranger(), 'country=LU&hours=more')).not.toContain(id);
    const { counts } = await listVolunteers(asStranger(), read('country=LU'));
    expect(counts?.hours).toContainEqual({ value: '5', count: 1 });
    const account = { name: `Renamed${name}`, locale: 'en' as const, timeZone: 'Europe/Brussels' };
    await updatePreferences(await asPerson(id), account);
    await drainAll();
    expect(await found(asStranger(), `q=Renamed${name}`)).toEqual([id]);
  });

  it('comes from the database while search is down, with the same filters, and says so', async () => {
    const { id } = await createVolunteer({ visibility: 'everyone', country: 'MT', citySlug: null, hoursPerWeek: 12 });
    const hidden = await createVolunteer({ visibility: 'ngos', country: 'MT', citySlug: null });
    real = engine();
    setSearchEngine(undefined);
    const list = await listVolunteers(
      asStranger(),
      read('country=MT&hours=more&hours=2&language=en&skill=eu-law&q=air'),
    );
    expect(list).toMatchObject({ total: 1, degraded: true, counts: null });
    expect(list.volunteers.map((each) => each.id)).toEqual([id]);
    expect(await found(asStranger(), 'country=MT&language=fr')).toEqual([]);
    expect(await found(asStranger(), 'country=MT&q=.*(')).toEqual([]);
    expect(await found(asStranger(), 'country=MT')).not.toContain(hidden.id);
  });

  it('is drawn anew the next day, the same for everyone and for both ways of listing', async () => {
    for (let i = 0; i < 6; i++) await createVolunteer({ visibility: 'everyone', country: 'IS', citySlug: null });
    await drainAll();
    const orders = new Set<string>();
    for (let day = 1; day <= 5; day++) {
      setClock(new Date(`2027-05-0${day}T10:00:00Z`));
      const order = await found(asStranger(), 'country=IS');
      expect(await found(asStranger(), 'country=IS')).toEqual(order);
      orders.add(order.join());
    }
    expect(orders.size).toBeGreaterThan(2);
  });
});
