/** A possible conflict of interest: the NGO hears of it without a name, decides on the record, and only then reads on. */
import { afterEach, describe, expect, it } from 'vitest';
import { personalDataOf } from '../../../src/lib/domains/accounts/server/personal-data';
import { acceptConflict } from '../../../src/lib/domains/engagements/server/commands/applications/accept-conflict';
import { applyForRole } from '../../../src/lib/domains/engagements/server/commands/applications/apply-for-role';
import { declineApplication } from '../../../src/lib/domains/engagements/server/commands/applications/decline-application';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { shortlistApplication } from '../../../src/lib/domains/engagements/server/commands/applications/shortlist-application';
import { applicationPage } from '../../../src/lib/domains/engagements/server/queries/application-page';
import { isKnownByWork } from '../../../src/lib/domains/engagements/server/queries/is-known-by-work';
import { ngoBoard } from '../../../src/lib/domains/engagements/server/queries/ngo-board';
import { sendMessage } from '../../../src/lib/domains/messaging/server/commands/send-message';
import { missionPage } from '../../../src/lib/domains/missions/server/queries/mission-page';
import { organisationCards } from '../../../src/lib/domains/organisations/server/queries/organisation-cards';
import type { Interest } from '../../../src/lib/domains/volunteers/volunteer';
import { atOnce } from '../../support/at-once';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { NOTE, readApplication } from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';
import { createMember, createSomePerson } from '../../support/factories/organisations';
import { createVolunteer } from '../../support/factories/volunteers';

const REASON = 'That work ended in spring and was about another river.';
const CLIENT: Interest = { kind: 'client', name: 'Wexhaven Hydro', until: null };
afterEach(drainAll);

async function scene(interests: Interest[] = [CLIENT], confidentiality: 'public' | 'cleared' = 'cleared') {
  const mission = await createMission({
    title: 'Against the Wexhaven weir',
    confidentiality,
    anonymisedSummary: 'A lawyer is sought for a river case before a court of appeal.',
    opposingParties: ['Wexhaven Hydro'],
  });
  const volunteer = await createVolunteer({ interests }, { name: 'Odalys Quintero' });
  const byVolunteer = await asPerson(volunteer.id);
  const order = { missionId: mission.id, roleId: mission.roleIds[0] ?? '', note: NOTE };
  const { applicationId } = await applyForRole(byVolunteer, order);
  return { mission, volunteer, byVolunteer, byNgo: await asPerson(mission.ownerId), applicationId };
}

describe('a clash', () => {
  it('is told neutrally: the kind, and neither name, note, profile nor interest', async () => {
    const { mission, byNgo, byVolunteer, volunteer, applicationId } = await scene();
    const editor = await createMember({ id: mission.organisationId }, 'editor');
    await drainAll();
    const page = await applicationPage(byNgo, applicationId);
    expect(page).toMatchObject({ withheld: true, applicant: null, note: '', conflict: { kinds: ['client'] } });
    const slug = (await organisationCards([mission.organisationId])).get(mission.organisationId)?.slug ?? '';
    const seen = JSON.stringify([page, await ngoBoard(byNgo, slug), await mailTo(editor.email)]);
    for (const secret of ['Odalys', 'Quintero', NOTE, 'Hydro'])
      expect(seen.replaceAll(/"title":"[^"]*"/g, '')).not.toContain(secret);
    expect((await applicationPage(byVolunteer, applicationId)).conflict).toMatchObject({ state: 'open', kinds: [] });
    expect(await isKnownByWork(volunteer.id, [mission.organisationId])).toBe(false);
  });

  it('lets the NGO do nothing towards her before it has decided', async () => {
    const { byNgo, byVolunteer, applicationId } = await scene();
    expect((await applicationPage(byNgo, applicationId)).steps).toEqual(['decline']);
    const refused = { reason: 'application_refusal_conflict_open' };
    await expect(shortlistApplication(byNgo, { applicationId })).rejects.toMatchObject(refused);
    await expect(offerRole(byNgo, { applicationId })).rejects.toMatchObject(refused);
    const message = { kind: 'application' as const, subjectId: applicationId, text: 'Who are you?' };
    await expect(sendMessage(byNgo, message)).rejects.toMatchObject(refused);
    await expect(sendMessage(byVolunteer, message)).rejects.toMatchObject(refused);
  });

  it('is accepted with a reason on the record; then both sides see names', async () => {
    const { mission, byNgo, byVolunteer, volunteer, applicationId } = await scene();
    expect((await missionPage(byVolunteer, mission.slug)).title).not.toContain('Wexhaven');
    await acceptConflict(byNgo, { applicationId, reason: REASON });
    await drainAll();
    const page = await applicationPage(byNgo, applicationId);
    expect(page).toMatchObject({ withheld: false, volunteer: { name: 'Odalys Quintero' }, note: NOTE });
    expect(page.conflict).toMatchObject({ state: 'accepted', reason: REASON });
    expect((await applicationPage(byVolunteer, applicationId)).conflict).toMatchObject({
      state: 'accepted',
      reason: '',
    });
    expect((await missionPage(byVolunteer, mission.slug)).title).toBe('Against the Wexhaven weir');
    expect((await mailTo(volunteer.email)).at(-1)?.text).not.toContain(REASON);
    const kept = await readApplication(applicationId);
    expect(kept.timeline.at(-1)).toMatchObject({ what: 'conflict_accepted', by: mission.ownerId });
    expect(kept.conflict).toMatchObject({ state: 'accepted', by: mission.ownerId, reason: REASON });
    expect(JSON.stringify(await personalDataOf(volunteer.id))).not.toContain(REASON);
    await offerRole(byNgo, { applicationId });
    await expect(acceptConflict(byNgo, { applicationId, reason: REASON })).rejects.toMatchObject({
      reason: 'application_refusal_conflict_over',
    });
  });

  it('is declined without a name; her note says nothing of it', async () => {
    const { byNgo, volunteer, applicationId } = await scene();
    await declineApplication(byNgo, { applicationId, reason: 'Too close to the other side.' });
    await drainAll();
    expect(await applicationPage(byNgo, applicationId)).toMatchObject({ state: 'declined', withheld: true });
    expect((await mailTo(volunteer.email)).at(-1)?.text).not.toContain('other side');
  });

  it('is decided by an editor of the NGO, once', async () => {
    const { mission, byVolunteer, byNgo, applicationId } = await scene();
    const input = { applicationId, reason: REASON };
    const viewer = await createMember({ id: mission.organisationId }, 'viewer');
    await expect(acceptConflict(await asPerson(viewer.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(acceptConflict(byVolunteer, input)).rejects.toMatchObject({ code: 'forbidden' });
    const outsider = await asPerson((await createSomePerson()).id);
    await expect(acceptConflict(outsider, input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(acceptConflict(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    const pressed = await atOnce(Array.from({ length: 5 }, () => () => acceptConflict(byNgo, input)));
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('without a clash', () => {
  it('says so where there is another side, and nothing where there is none', async () => {
    const clear = await scene([], 'public');
    const page = await applicationPage(clear.byNgo, clear.applicationId);
    expect(page).toMatchObject({ withheld: false, conflict: { state: 'clear' } });
    const plain = await createMission();
    const volunteer = await createVolunteer();
    const order = { missionId: plain.id, roleId: plain.roleIds[0] ?? '', note: NOTE };
    const { applicationId } = await applyForRole(await asPerson(volunteer.id), order);
    expect((await applicationPage(await asPerson(plain.ownerId), applicationId)).conflict).toBeNull();
  });
});
