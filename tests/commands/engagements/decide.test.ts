/** Deciding on an application: review, short list, offer, no, withdrawal; who may; and two at once. */
import { afterEach, describe, expect, it } from 'vitest';
import { declineApplication } from '../../../src/lib/domains/engagements/server/commands/applications/decline-application';
import { offerRole } from '../../../src/lib/domains/engagements/server/commands/applications/offer-role';
import { reviewApplication } from '../../../src/lib/domains/engagements/server/commands/applications/review-application';
import { shortlistApplication } from '../../../src/lib/domains/engagements/server/commands/applications/shortlist-application';
import { takeBackOffer } from '../../../src/lib/domains/engagements/server/commands/applications/take-back-offer';
import { withdrawApplication } from '../../../src/lib/domains/engagements/server/commands/applications/withdraw-application';
import { organisationCards } from '../../../src/lib/domains/organisations/server/queries/organisation-cards';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createApplication, createOffer, readApplication } from '../../support/factories/engagements';
import { createMember, createSomePerson } from '../../support/factories/organisations';

const REASON = 'We need somebody who reads Dutch.';

// Each test leaves nothing for the next one to deliver.
afterEach(drainAll);

describe('the NGO', () => {
  it('goes from reading to an offer, and the volunteer hears of each step', async () => {
    const { id, byNgo, volunteer } = await createApplication();
    const input = { applicationId: id };
    await reviewApplication(await byNgo(), input);
    await reviewApplication(await byNgo(), input);
    expect(await readApplication(id)).toMatchObject({ state: 'under_review', dueAt: null });
    await shortlistApplication(await byNgo(), input);
    await offerRole(await byNgo(), { ...input, message: 'We would love to work with you.' });
    expect(await readApplication(id)).toMatchObject({ state: 'offered', reply: 'We would love to work with you.' });
    await drainAll();
    const subjects = (await mailTo(volunteer.email)).map(({ subject }) => subject);
    expect(subjects.filter((subject) => subject.includes('short list'))).toHaveLength(1);
    expect(subjects.at(-1)).toContain('offers you the role');
    const { organisationId } = await readApplication(id);
    expect((await organisationCards([organisationId])).get(organisationId)).toMatchObject({ shareAnswered: 1 });
  });

  it('declines with a reason that the volunteer never reads', async () => {
    const { id, byNgo, volunteer } = await createApplication();
    await declineApplication(await byNgo(), { applicationId: id, reason: REASON, message: 'Thank you, Sara.' });
    await drainAll();
    const mail = (await mailTo(volunteer.email)).at(-1);
    expect(mail?.text).toContain('Thank you, Sara.');
    expect(mail?.text).not.toContain(REASON);
    await expect(shortlistApplication(await byNgo(), { applicationId: id })).rejects.toMatchObject({
      reason: 'application_refusal_state',
    });
  });

  it('takes an offer back to the short list', async () => {
    const { id, byNgo, byVolunteer } = await createOffer();
    await takeBackOffer(await byNgo(), { applicationId: id });
    expect(await readApplication(id)).toMatchObject({ state: 'shortlisted', dueAt: null, offeredAt: null });
    await expect(takeBackOffer(await byNgo(), { applicationId: id })).rejects.toMatchObject({ code: 'refused' });
    await withdrawApplication(await byVolunteer(), { applicationId: id });
    expect((await readApplication(id)).openKey).toBeUndefined();
  });

  it('decides by editors only; strangers learn nothing, the volunteer cannot decide on herself', async () => {
    const { id, mission, byVolunteer } = await createApplication();
    const viewer = await createMember({ id: mission.organisationId }, 'viewer');
    const outsider = await createSomePerson();
    for (const command of [reviewApplication, shortlistApplication, offerRole, takeBackOffer]) {
      await expect(command(await asPerson(outsider.id), { applicationId: id })).rejects.toMatchObject({
        code: 'not_found',
      });
      await expect(command(await asPerson(viewer.id), { applicationId: id })).rejects.toMatchObject({
        code: 'forbidden',
      });
      await expect(command(await byVolunteer(), { applicationId: id })).rejects.toMatchObject({ code: 'forbidden' });
      await expect(command(asStranger(), { applicationId: id })).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    const decline = { applicationId: id, reason: REASON };
    await expect(declineApplication(await asPerson(outsider.id), decline)).rejects.toMatchObject({ code: 'not_found' });
    await expect(
      declineApplication(await asPerson(outsider.id), { ...decline, applicationId: 'nonsense' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('has two editors: one succeeds, the other is told that somebody was faster', async () => {
    const { id, mission, byNgo } = await createApplication();
    const editor = await createMember({ id: mission.organisationId }, 'editor');
    const second = await asPerson(editor.id);
    const first = await byNgo();
    const results = await Promise.allSettled([
      offerRole(first, { applicationId: id }),
      declineApplication(second, { applicationId: id, reason: REASON }),
    ]);
    const lost = results.filter((result) => result.status === 'rejected');
    // Whoever reads after the other has written may still decline an offer: then both went through, in order.
    const { state, timeline } = await readApplication(id);
    expect(['offered', 'declined']).toContain(state);
    for (const { reason } of lost) expect(['conflict', 'refused']).toContain(reason.code);
    expect(timeline.filter(({ what }) => what === 'offered' || what === 'declined')).toHaveLength(2 - lost.length);
  });
});

describe('the volunteer', () => {
  it('withdraws with a reason, once', async () => {
    const { id, byVolunteer, byNgo, mission } = await createApplication();
    await withdrawApplication(await byVolunteer(), { applicationId: id, reason: 'A new job.' });
    await expect(withdrawApplication(await byVolunteer(), { applicationId: id })).rejects.toMatchObject({
      code: 'refused',
    });
    await expect(withdrawApplication(await byNgo(), { applicationId: id })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const outsider = await createSomePerson();
    await expect(withdrawApplication(await asPerson(outsider.id), { applicationId: id })).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(mission.id).toBe((await readApplication(id)).missionId);
  });
});
