import { afterEach, describe, expect, it } from 'vitest';
import { listingOf } from '../../../src/lib/domains/organisations/listing';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { listOrganisations } from '../../../src/lib/domains/organisations/server/queries/list-organisations';
import type { SearchEngine } from '../../../src/lib/server/search/search-port';
import { searchEngine, setSearchEngine } from '../../../src/lib/server/search-access';
import { asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createPendingOrganisation, createVerifiedOrganisation } from '../../support/factories/organisations';

const list = (query: string) => listOrganisations(asStranger(), listingOf(new URLSearchParams(query)));
const names = async (query: string) => (await list(query)).items.map(({ name }) => name);

describe('listOrganisations', () => {
  let kept: SearchEngine | undefined;
  afterEach(() => {
    if (kept) setSearchEngine(kept);
    kept = undefined;
  });

  it('finds verified NGOs by name, cause, country, city and purpose, and filters', async () => {
    await createVerifiedOrganisation({ name: 'Ätherwelle', country: 'DE', city: 'Leipzig', causes: ['digital'] });
    await createVerifiedOrganisation({ name: 'Zuiderzon', country: 'NL', city: 'Zwolle', causes: ['disability'] });
    await createVerifiedOrganisation({
      name: 'Baie Verte',
      country: 'FR',
      city: 'Brest',
      causes: ['digital', 'nature'],
    });
    await createPendingOrganisation({ name: 'Nobody Knows Us', causes: ['digital'] });
    await createVerifiedOrganisation({ name: 'Digital Bank', kind: 'employer', causes: ['digital'] });
    await drainAll();

    expect(await names('')).toEqual(['Ätherwelle', 'Baie Verte', 'Zuiderzon']);
    expect(await names('q=leipzig')).toEqual(['Ätherwelle']);
    expect(await names('q=Pays-Bas')).toEqual(['Zuiderzon']);
    expect(await names('q=handicap')).toEqual(['Zuiderzon']);
    expect(await names('cause=digital')).toEqual(['Ätherwelle', 'Baie Verte']);
    expect(await names('cause=digital&country=FR')).toEqual(['Baie Verte']);
    const { counts, total, searchDown } = await list('cause=digital');
    expect({ total, searchDown }).toEqual({ total: 2, searchDown: false });
    expect(counts.causes).toMatchObject({ digital: 2, disability: 1 });
    expect(counts.countries).toEqual({ DE: 1, FR: 1 });
  });

  it('lists the same from the database while search is down, and says so', async () => {
    kept = searchEngine();
    setSearchEngine(undefined);
    const down = await list('cause=digital');
    expect(down).toMatchObject({ searchDown: true, total: 2 });
    expect(down.items.map(({ name }) => name)).toEqual(['Ätherwelle', 'Baie Verte']);
    expect(await names('q=zuider')).toEqual(['Zuiderzon']);
    expect(await names('q=.*')).toEqual([]);
    expect((await list('page=40')).page).toBe(1);
  });

  it('forgets at once what is suspended, even before the index does', async () => {
    const gone = await createVerifiedOrganisation({ name: 'Vanishing Point Watch' });
    await drainAll();
    expect(await names('q=vanishing')).toEqual(['Vanishing Point Watch']);
    await suspendOrganisation(asSystem(), { organisationId: gone.id, reason: 'It was never there at all.' });
    expect(await names('q=vanishing')).toEqual([]);
    await drainAll();
    expect((await list('q=vanishing')).total).toBe(0);
  });

  it('clamps a page beyond the end', async () => {
    expect((await list('page=400')).page).toBe(1);
  });
});
