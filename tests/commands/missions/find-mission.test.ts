/** Finding missions: by search and without it, by those who may; saved ones; and what confidential ones never tell. */
import { beforeAll, describe, expect, it } from 'vitest';
import { bookmarkMission } from '../../../src/lib/domains/missions/server/commands/bookmarks/bookmark-mission';
import { cancelMission } from '../../../src/lib/domains/missions/server/commands/cancel-mission';
import { clearPerson } from '../../../src/lib/domains/missions/server/commands/clear-person';
import { pauseMission } from '../../../src/lib/domains/missions/server/commands/pause-mission';
import { listMissions } from '../../../src/lib/domains/missions/server/queries/list-missions';
import { missionCards } from '../../../src/lib/domains/missions/server/queries/mission-cards';
import { missionPage } from '../../../src/lib/domains/missions/server/queries/mission-page';
import { nearestMissions } from '../../../src/lib/domains/missions/server/queries/nearest-missions';
import { openMissionsOf } from '../../../src/lib/domains/missions/server/queries/open-missions-of';
import { publishedMissions } from '../../../src/lib/domains/missions/server/queries/published-missions';
import { savedMissions } from '../../../src/lib/domains/missions/server/queries/saved-missions';
import {
  NO_FILTERS,
  readFilters,
  type MissionFilters,
} from '../../../src/lib/domains/missions/listing/mission-filters';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { DAY } from '../../../src/lib/shared/dates';
import type { Context } from '../../../src/lib/server/context';
import { searchEngine, setSearchEngine } from '../../../src/lib/server/search-access';
import { repairDrift } from '../../../src/lib/server/search/drift';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { aRole, createDraft, createMission, type CreatedMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';

let air: CreatedMission;
let sea: CreatedMission;
let members: CreatedMission;
let cleared: CreatedMission;
let draft: CreatedMission;
let volunteer: Context;

beforeAll(async () => {
  air = await createMission({ title: 'Clean air for every school street' });
  sea = await createMission({
    title: 'Protéger les fonds marins',
    summary: 'Une contribution à la consultation sur la pêche de fond, avec ses preuves.',
    language: 'fr',
    causes: ['nature'],
    stage: 'consultation',
    deadline: new Date(Date.now() + 20 * DAY),
    decider: { institution: 'european-commission', unit: 'DG MARE', personRole: '' },
    place: { remote: false, country: 'FR', citySlug: 'paris' },
    roles: [
      aRole({
        mustHave: [{ slug: 'consultation-responses', level: 2 }],
        niceToHave: [],
        languages: [{ code: 'fr', level: 'C1', required: true }],
        hours: 12,
      }),
    ],
  });
  members = await createMission({ title: 'For people with an account', confidentiality: 'members' });
  cleared = await createMission({
    title: 'Stop the Wexhaven refinery',
    summary: 'A complaint about the permit of the Wexhaven refinery.',
    confidentiality: 'cleared',
    anonymisedSummary: 'An NGO wants to challenge an industrial permit and needs a lawyer without ties to the sector.',
    opposingParties: ['Wexhaven Oil'],
    place: { remote: true, country: 'IE', citySlug: 'dublin' },
  });
  draft = await createDraft({ title: 'Clean air, not written yet' });
  volunteer = await asPerson((await createSomePerson()).id);
  await drainAll();
});

const list = async (ctx: Context, filters: Partial<MissionFilters> = {}) =>
  listMissions(ctx, { ...NO_FILTERS, ...filters });
const idsOf = (found: { missions: { id: string }[] }) => found.missions.map((mission) => mission.id);
const chosen = (choice: Partial<MissionFilters['chosen']>) => ({ chosen: { ...NO_FILTERS.chosen, ...choice } });

describe('the list', () => {
  it('shows a stranger what is public and open, nearest deadline first', async () => {
    const found = await list(asStranger());
    expect(idsOf(found)).toEqual([sea.id, air.id]);
    expect(found).toMatchObject({ total: 2, degraded: false });
  });

  it('finds words, typos, references, and skills by their name in another language', async () => {
    for (const q of ['school street', 'scholl', '2022/0347', 'rédaction d’amendements'])
      expect(idsOf(await list(asStranger(), { q })), q).toContain(air.id);
    expect(idsOf(await list(asStranger(), { q: 'fonds marins' }))).toEqual([sea.id]);
    expect(idsOf(await list(asStranger(), { q: 'zzzzqqq' }))).toEqual([]);
  });

  it('filters by each facet and counts the others without it', async () => {
    const found = await list(asStranger(), chosen({ stage: ['consultation'] }));
    expect(idsOf(found)).toEqual([sea.id]);
    expect(found.counts?.facets.stage).toEqual(
      expect.arrayContaining([
        { value: 'consultation', count: 1 },
        { value: 'first_reading', count: 1 },
      ]),
    );
    expect(found.counts?.facets.cause).toEqual([{ value: 'nature', count: 1 }]);
    for (const choice of [{ cause: ['nature'] }, { language: ['fr'] }, { place: ['FR'] }, { hours: ['15'] }])
      expect(idsOf(await list(asStranger(), chosen(choice)))).toEqual([sea.id]);
    expect(idsOf(await list(asStranger(), chosen({ place: ['remote'] })))).toEqual([air.id]);
    expect(idsOf(await list(asStranger(), { deadline: 'month' }))).toEqual([sea.id]);
    expect(found.counts?.deadlines).toEqual({ week: 0, month: 1, quarter: 1 });
  });

  it('stands in the order that a higher domain gives, over all pages and not one of them', async () => {
    const seen: string[][] = [];
    const backwards = async (ids: readonly string[]) => {
      seen.push([...ids]);
      return [...ids].reverse();
    };
    const found = await listMissions(volunteer, { ...NO_FILTERS, sort: 'fit' }, backwards);
    expect(seen[0]).toHaveLength(found.total);
    expect(idsOf(found)).toEqual([...(seen[0] ?? [])].reverse());
    expect(idsOf(await list(volunteer, { sort: 'fit' }))[0]).toBe(sea.id);
  });

  it('lists from the database and says so when search is down, with the same filters', async () => {
    const engine = searchEngine();
    setSearchEngine(undefined);
    try {
      const found = await list(asStranger());
      expect(found).toMatchObject({ degraded: true, counts: null, total: 2 });
      expect(idsOf(found)).toEqual([sea.id, air.id]);
      const choices = [
        ...[{ cause: ['nature'] }, { language: ['fr'] }, { place: ['FR'] }, { hours: ['15'] }].map(chosen),
        ...[{ stage: ['consultation'] }, { skill: ['consultation-responses'] }].map(chosen),
        ...[chosen({ institution: ['european-commission'] }), { deadline: 'month' as const }, { q: 'fonds' }],
      ];
      for (const choice of choices)
        expect(idsOf(await list(asStranger(), choice)), JSON.stringify(choice)).toEqual([sea.id]);
      expect(idsOf(await list(volunteer, { q: 'Wexhaven' }))).toEqual([]);
      expect(idsOf(await list(asStranger(), { q: '.*' }))).toEqual([]);
      expect((await missionPage(asStranger(), air.slug)).similar).toEqual([]);
    } finally {
      setSearchEngine(engine);
    }
  });

  it('follows a mission that pauses or ends, and an NGO that is suspended', async () => {
    const other = await createMission({ title: 'Soon to be paused' });
    const gone = await createMission({ title: 'Of an NGO that will be suspended' });
    await drainAll();
    expect(idsOf(await list(asStranger(), { q: 'paused' }))).toEqual([other.id]);
    await pauseMission(await asPerson(other.ownerId), { missionId: other.id });
    await suspendOrganisation(asSystem(), { organisationId: gone.organisationId, reason: 'Under investigation.' });
    await drainAll();
    expect(idsOf(await list(asStranger(), { q: 'paused' }))).toEqual([]);
    expect(idsOf(await list(asStranger(), { q: 'suspended' }))).toEqual([]);
    await expect(missionPage(asStranger(), gone.slug)).rejects.toMatchObject({ code: 'not_found' });
    expect(await missionCards(asStranger(), [gone.id, other.id, 'none'])).toHaveLength(1);
  });

  it('holds exactly what the database says', async () => {
    const drift = (await repairDrift({ write: false })).find(({ index }) => index === 'missions');
    expect(drift).toMatchObject({ missing: 0, stale: 0, surplus: 0 });
  });
});

describe('confidential missions', () => {
  it('are nothing to a stranger: not in lists, cards, pages or counts', async () => {
    for (const mission of [members, cleared, draft]) {
      await expect(missionPage(asStranger(), mission.slug)).rejects.toMatchObject({ code: 'not_found' });
      await expect(missionPage(asStranger(), mission.id)).rejects.toMatchObject({ code: 'not_found' });
    }
    expect(await missionCards(asStranger(), [members.id, cleared.id, draft.id])).toEqual([]);
    expect(idsOf(await list(asStranger(), { q: 'Wexhaven' }))).toEqual([]);
    expect(idsOf(await list(asStranger(), { q: 'account' }))).toEqual([]);
  });

  it('for members are whole to whoever is signed in', async () => {
    expect(idsOf(await list(volunteer, { q: 'account' }))).toContain(members.id);
    expect(await missionPage(volunteer, members.slug)).toMatchObject({ anonymised: false });
  });

  it('to be cleared for say only their summary, whatever one searches or filters for', async () => {
    expect(idsOf(await list(volunteer, { q: 'industrial permit' }))).toEqual([cleared.id]);
    for (const q of ['Wexhaven', 'refinery']) expect(idsOf(await list(volunteer, { q })), q).toEqual([]);
    expect(idsOf(await list(volunteer, chosen({ institution: ['european-parliament'] })))).not.toContain(cleared.id);
    const page = await missionPage(volunteer, cleared.slug);
    expect(page).toMatchObject({ anonymised: true, organisation: null, institution: null, file: null, goalHtml: '' });
    expect(JSON.stringify(page)).not.toMatch(/Wexhaven|refinery|Dublin|DG |amended/i);
    expect((await openMissionsOf(volunteer, cleared.organisationId)).open).toEqual([]);
  });

  it('are whole to whom the NGO has cleared, and to the NGO', async () => {
    const other = await asPerson((await createSomePerson()).id);
    await expect(clearPerson(other, { missionId: cleared.id, personId: other.actor.personId })).rejects.toMatchObject({
      code: 'not_found',
    });
    const owner = await asPerson(cleared.ownerId);
    await clearPerson(owner, { missionId: cleared.id, personId: other.actor.personId });
    expect((await missionPage(other, cleared.slug)).title).toBe('Stop the Wexhaven refinery');
    expect((await missionPage(owner, cleared.slug)).insider).toBe(true);
  });
});

describe('saved missions', () => {
  it('are kept once, the latest first, and only for the person herself', async () => {
    const person = await asPerson((await createSomePerson()).id);
    await bookmarkMission(person, { missionId: air.id, saved: true });
    await bookmarkMission({ ...person, now: new Date(Date.now() + 1000) }, { missionId: sea.id, saved: true });
    await bookmarkMission(person, { missionId: air.id, saved: true });
    expect((await savedMissions(person)).map((card) => [card.id, card.saved])).toEqual([
      [sea.id, true],
      [air.id, true],
    ]);
    expect((await missionPage(person, sea.slug)).saved).toBe(true);
    expect(await savedMissions(volunteer)).toEqual([]);
    await bookmarkMission(person, { missionId: sea.id, saved: false });
    expect((await savedMissions(person)).map((card) => card.id)).toEqual([air.id]);
  });

  it('need an account, and a mission one may see', async () => {
    await expect(bookmarkMission(asStranger(), { missionId: air.id, saved: true })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(bookmarkMission(volunteer, { missionId: draft.id, saved: true })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(savedMissions(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('for other pages and domains', () => {
  it('gives the front page the nearest, and the matcher every open one', async () => {
    const [first] = await nearestMissions(asStranger(), 2);
    expect(first?.id).toBe(sea.id);
    const open: string[] = [];
    for await (const batch of publishedMissions()) open.push(...batch.map((mission) => mission._id));
    expect(open).toEqual(expect.arrayContaining([air.id, sea.id, members.id, cleared.id]));
    expect(open).not.toContain(draft.id);
  });

  it('keeps a cancelled mission’s address and takes it off the list', async () => {
    const mission = await createMission({ title: 'Called off in the end' });
    await drainAll();
    await cancelMission(await asPerson(mission.ownerId), { missionId: mission.id, reason: 'The file was withdrawn.' });
    await drainAll();
    expect(idsOf(await list(asStranger(), { q: 'called off' }))).toEqual([]);
    expect((await missionPage(asStranger(), mission.slug)).state).toBe('cancelled');
  });

  it('reads its filters from an address that tries everything', async () => {
    const wild = new URLSearchParams(
      'q=%20a%20%20b&page=-1&stage=x&stage=proposal&sort=drop&deadline=never&skill=%27OR',
    );
    const filters = readFilters(wild);
    expect(filters).toMatchObject({ q: 'a b', page: 1, sort: null, deadline: null });
    expect(filters?.chosen).toMatchObject({ stage: ['proposal'], skill: [] });
    expect(readFilters(new URLSearchParams('skill[$gt]='))).toBeNull();
    if (filters) expect((await list(asStranger(), { ...filters, page: 500 })).missions).toEqual([]);
  });
});
