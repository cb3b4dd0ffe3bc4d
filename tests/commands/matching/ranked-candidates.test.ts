/** Ranked candidates on the real store: the number on the page is the scorer's, and nobody sees whom she may not. */
import { beforeEach, describe, expect, it } from 'vitest';
import { setClock } from '../../../src/lib/server/clock';
import { setSearchEngine, searchEngine } from '../../../src/lib/server/search-access';
import { countImpressions } from '../../../src/lib/domains/matching/server/commands/count-impressions';
import { keepReceipt } from '../../../src/lib/domains/matching/server/commands/keep-receipt';
import { ngosReached } from '../../../src/lib/domains/matching/server/exposure/exposure';
import { forgetPool } from '../../../src/lib/domains/matching/server/pool/volunteer-pool';
import {
  fitForMissions,
  fitForRoles,
  missionIdsForMe,
} from '../../../src/lib/domains/matching/server/queries/fit-for-missions';
import { bestForMe } from '../../../src/lib/domains/matching/server/queries/best-for-me';
import { rankedCandidates } from '../../../src/lib/domains/matching/server/queries/ranked-candidates';
import { receiptPage } from '../../../src/lib/domains/matching/server/queries/receipt-page';
import { pauseVolunteer } from '../../../src/lib/domains/volunteers/server/commands/pause-volunteer';
import type { Visibility } from '../../../src/lib/domains/volunteers/volunteer';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { aRole, createMission } from '../../support/factories/missions';
import { createSomePerson } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const EXPERT = [
  { slug: 'amendment-drafting', level: 4 as const },
  { slug: 'eu-law', level: 3 as const },
];

async function scene() {
  setClock(new Date('2027-03-01T09:00:00Z'));
  const { id, ownerId, organisationId, roleIds } = await createMission();
  return { organisationId, byOwner: await asPerson(ownerId), of: { missionId: id, roleId: roleIds[0] ?? '' } };
}

async function aCandidate(visibility: Visibility = 'everyone') {
  const { id } = await createVolunteer({ skills: EXPERT, visibility });
  return { personId: id, by: await asPerson(id) };
}

beforeEach(forgetPool);

describe('rankedCandidates', () => {
  it('gives the volunteer and the NGO the very same number', async () => {
    const { of, byOwner } = await scene();
    const { personId, by } = await aCandidate('everyone');
    const { candidates } = await rankedCandidates(byOwner, of);
    const seen = candidates.find(({ volunteer }) => volunteer.id === personId);
    const own = (await fitForRoles(by, of.missionId)).get(of.roleId);
    expect(seen?.score).toBeGreaterThan(0);
    expect(own?.score).toBe(seen?.score);
    const [earned, stake] = (seen?.criteria ?? []).reduce(
      ([a, b], each): [number, number] => [a + each.points, b + each.weight],
      [0, 0] as [number, number],
    );
    expect(earned / stake).toBeCloseTo(seen?.score ?? -1, 9);
  });

  it('tells a stranger and a member of another NGO nothing', async () => {
    const { of } = await scene();
    const other = await scene();
    await expect(rankedCandidates(asStranger(), of)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(rankedCandidates(other.byOwner, of)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves out who wants to be seen only after applying, and who paused', async () => {
    const { of, byOwner } = await scene();
    const hidden = await aCandidate('applied');
    const shown = await aCandidate('ngos');
    const ids = (await rankedCandidates(byOwner, of)).candidates.map(({ volunteer }) => volunteer.id);
    expect(ids).toContain(shown.personId);
    expect(ids).not.toContain(hidden.personId);
  });

  it('works while search is down', async () => {
    const { of, byOwner } = await scene();
    await aCandidate('everyone');
    const engine = searchEngine();
    setSearchEngine(undefined);
    try {
      expect((await rankedCandidates(byOwner, of)).candidates.length).toBeGreaterThan(0);
    } finally {
      setSearchEngine(engine);
    }
  });

  it('counts a list once a day, and puts whoever was shown least first inside a band', async () => {
    const { of, byOwner, organisationId } = await scene();
    const first = await aCandidate('everyone');
    const second = await aCandidate('everyone');
    const impressions = { organisationId, roleId: of.roleId, volunteerIds: [first.personId] };
    await countImpressions(byOwner, impressions);
    await countImpressions(byOwner, impressions);
    expect((await ngosReached([first.personId])).get(first.personId)).toBe(1);
    const ids = (await rankedCandidates(byOwner, of)).candidates.map(({ volunteer }) => volunteer.id);
    expect(ids.indexOf(second.personId)).toBeLessThan(ids.indexOf(first.personId));
    await expect(countImpressions(asStranger(), impressions)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});

describe('missions for me', () => {
  it('ranks every open mission, and says nothing to whoever has no profile', async () => {
    const { of } = await scene();
    const { by } = await aCandidate();
    expect(await missionIdsForMe(by)).toContain(of.missionId);
    expect((await fitForMissions(by, [of.missionId])).get(of.missionId)?.skills).toEqual(
      expect.arrayContaining(['amendment-drafting', 'eu-law']),
    );
    const nobody = await createSomePerson();
    expect((await fitForMissions(await asPerson(nobody.id), [of.missionId])).size).toBe(0);
  });
});

describe('receipts', () => {
  it('keeps one per invitation, replays it, and shows the person her own line only', async () => {
    const { of, byOwner } = await scene();
    const invited = await aCandidate('everyone');
    await aCandidate('everyone');
    const order = { ...of, personId: invited.personId, invitationId: `invitation-${of.roleId}` };
    const { receiptId } = await keepReceipt(byOwner, order);
    expect(await keepReceipt(byOwner, order)).toEqual({ receiptId });
    const whole = await receiptPage(byOwner, receiptId);
    expect(whole.differences).toEqual([]);
    expect(whole.receipt.top.length).toBeGreaterThan(1);
    const own = await receiptPage(invited.by, receiptId);
    expect(own.receipt.top.map(({ id }) => id)).toEqual([invited.personId]);
    const nobody = await createSomePerson();
    await expect(receiptPage(await asPerson(nobody.id), receiptId)).rejects.toMatchObject({ code: 'not_found' });
    await drainAll();
    expect((await receiptPage(asSystem(), receiptId)).differences).toEqual([]);
  });
});

describe('bestForMe', () => {
  it('gives the best missions with the number their NGOs see, and counts what she is kept out of', async () => {
    const { of } = await scene();
    const { by } = await aCandidate('everyone');
    const inDutch = aRole({ languages: [{ code: 'nl', level: 'C1', required: true }] });
    const other = await createMission({ roles: [inDutch] });
    const best = await bestForMe(by, 1);
    const own = (await fitForRoles(by, of.missionId)).get(of.roleId);
    expect(best?.fits.find(({ missionId }) => missionId === of.missionId)?.score).toBe(own?.score);
    expect(best?.fits.some(({ missionId }) => missionId === other.id)).toBe(false);
    expect(best?.excluded.language_required).toBeGreaterThan(0);
    const beyond = await bestForMe(by, 99);
    expect(beyond?.fits.length).toBeGreaterThan(0);
    await pauseVolunteer(by);
    expect(await bestForMe(by, 1)).toBeNull();
    expect(await bestForMe(await asPerson((await createSomePerson()).id), 1)).toBeNull();
    await expect(bestForMe(asStranger(), 1)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
