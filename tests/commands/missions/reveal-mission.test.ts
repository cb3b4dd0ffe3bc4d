/** The conflict check of a confidential mission: once, on record, and without telling anybody what it must not. */
import { describe, expect, it } from 'vitest';
import { forgetPool } from '../../../src/lib/domains/matching/server/pool/volunteer-pool';
import { fitForRoles } from '../../../src/lib/domains/matching/server/queries/fit-for-missions';
import { revealMission } from '../../../src/lib/domains/missions/server/commands/clearance/reveal-mission';
import { missionPage } from '../../../src/lib/domains/missions/server/queries/mission-page';
import { revealLog, revealPage } from '../../../src/lib/domains/missions/server/queries/reveal-page';
import type { Interest } from '../../../src/lib/domains/volunteers/volunteer';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { createMission } from '../../support/factories/missions';
import { createModerator, createSomePerson } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const SECRET = {
  title: 'Against the Wexhaven weir',
  confidentiality: 'cleared' as const,
  anonymisedSummary: 'A lawyer is sought for a river case before a court of appeal.',
  opposingParties: ['Wexhaven Hydro Holding'],
};
const CLIENT: Interest = { kind: 'client', name: 'WEXHAVEN hydro holding', until: null };

async function aReader(interests: Interest[] = []) {
  const { id, name } = await createVolunteer({ interests });
  return { id, name, ctx: await asPerson(id) };
}

describe('revealMission', () => {
  it('shows the names when nothing clashes, and writes it into the log', async () => {
    const mission = await createMission(SECRET);
    const { name, ctx } = await aReader();
    expect((await missionPage(ctx, mission.slug)).title).not.toContain('Wexhaven');
    expect(await revealMission(ctx, { missionId: mission.id })).toEqual({ revealed: true });
    expect((await missionPage(ctx, mission.slug)).title).toBe(SECRET.title);
    const log = await revealLog(await asPerson(mission.ownerId), mission.slug);
    expect(log.entries).toMatchObject([{ result: 'revealed', name }]);
    expect((await missionPage(ctx, mission.slug)).timeline.map(({ what }) => what)).not.toContain('revealed');
    await expect(revealLog(ctx, mission.slug)).rejects.toMatchObject({ code: 'not_found' });
    await expect(revealMission(ctx, { missionId: mission.id })).rejects.toMatchObject({
      reason: 'reveal_refusal_not_needed',
    });
  });

  it('keeps them closed on a clash, names her to moderators alone, and is not made twice', async () => {
    const mission = await createMission(SECRET);
    const { name, ctx } = await aReader([CLIENT]);
    expect(await revealMission(ctx, { missionId: mission.id })).toEqual({ revealed: false });
    expect(JSON.stringify(await missionPage(ctx, mission.slug))).not.toContain('Wexhaven');
    expect(await revealPage(ctx, mission.slug)).toMatchObject({ clashed: true, refusal: 'reveal_refusal_checked' });
    const ofNgo = await revealLog(await asPerson(mission.ownerId), mission.slug);
    expect(ofNgo.entries).toMatchObject([{ result: 'reveal_refused', name: null }]);
    const moderator = await createModerator();
    const ofModerator = await revealLog(await asPerson(moderator.id), mission.slug);
    expect(ofModerator.entries).toMatchObject([{ name }]);
    await expect(revealMission(ctx, { missionId: mission.id })).rejects.toMatchObject({
      reason: 'reveal_refusal_checked',
    });
  });

  it('asks for a declaration first, and tells strangers nothing', async () => {
    const mission = await createMission(SECRET);
    const nobody = await asPerson((await createSomePerson()).id);
    await expect(revealMission(nobody, { missionId: mission.id })).rejects.toMatchObject({
      reason: 'reveal_refusal_undeclared',
    });
    await expect(revealMission(asStranger(), { missionId: mission.id })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    await expect(revealPage(nobody, 'confidential-nothing')).rejects.toMatchObject({ code: 'not_found' });
    const open = await createMission();
    await expect(revealMission(nobody, { missionId: open.id })).rejects.toMatchObject({
      reason: 'reveal_refusal_not_needed',
    });
  });

  it('pressed ten times at once makes one entry', async () => {
    const mission = await createMission(SECRET);
    const { ctx } = await aReader();
    await atOnce(Array.from({ length: 10 }, () => () => revealMission(ctx, { missionId: mission.id })));
    expect((await revealLog(await asPerson(mission.ownerId), mission.slug)).entries).toHaveLength(1);
  });

  it('is the only way to learn of the other side: the sum one sees before does not know it', async () => {
    const mission = await createMission(SECRET);
    forgetPool();
    const { ctx } = await aReader([CLIENT]);
    const fit = (await fitForRoles(ctx, mission.id)).get(mission.roleIds[0] ?? '');
    expect(fit?.exclusions).toEqual([]);
    expect(JSON.stringify(fit)).not.toMatch(/wexhaven/i);
  });
});
