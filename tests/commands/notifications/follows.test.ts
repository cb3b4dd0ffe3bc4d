/** Following an organisation: what it publishes is told, once; nobody else learns who follows. */
import { describe, expect, it } from 'vitest';
import { exportAccount } from '../../../src/lib/domains/accounts/server/queries/export-account';
import { followOrganisation } from '../../../src/lib/domains/notifications/server/commands/watch/follow-organisation';
import {
  followedOrganisations,
  isFollowing,
} from '../../../src/lib/domains/notifications/server/queries/watch/follows';
import { mergeOrganisations } from '../../../src/lib/domains/organisations/server/commands/verification/merge-organisations';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { emit } from '../../../src/lib/server/events';
import { Engagements } from '../../../src/lib/domains/engagements/server/engagement.model';
import { newId } from '../../../src/lib/shared/ids';
import { actions } from '../../../src/routes/(public)/organisations/[slug]/+page.server';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { createPerson } from '../../support/factories/accounts';
import { createEngagement } from '../../support/factories/engagements';
import { createMission } from '../../support/factories/missions';
import { createPendingOrganisation, createVerifiedOrganisation } from '../../support/factories/organisations';
import { postForm } from '../../support/post-form';

const subjects = async (person: { email: string }) => (await mailTo(person.email)).map(({ subject }) => subject);
const namesFollowed = async (id: string) => (await followedOrganisations(await asPerson(id))).map(({ name }) => name);

describe('following', () => {
  it('is one press on the page of the organisation, and one to stop', async () => {
    const [person, organisation] = [await createPerson(), await createVerifiedOrganisation({ name: 'Rivers Unbound' })];
    const ctx = await asPerson(person.id);
    const options = { ctx, params: { slug: organisation.slug } };
    for (let i = 0; i < 2; i++)
      expect(await postForm(actions['follow'], {}, options)).toMatchObject({ status: 303, failure: null });
    expect(await namesFollowed(person.id)).toEqual(['Rivers Unbound']);
    expect(await isFollowing(ctx, organisation.id)).toBe(true);
    expect(JSON.stringify(await exportAccount(ctx))).toContain('"organisation":"Rivers Unbound"');
    for (let i = 0; i < 2; i++)
      expect(await postForm(actions['unfollow'], {}, options)).toMatchObject({ status: 303, failure: null });
    expect(await namesFollowed(person.id)).toEqual([]);
  });

  it('is for people with a confirmed address, and for organisations with a public page', async () => {
    const [person, pending] = [await createPerson(), await createPendingOrganisation()];
    const ctx = await asPerson(person.id);
    const { id } = await createVerifiedOrganisation();
    for (const organisationId of [pending.id, newId()])
      await expect(followOrganisation(ctx, { organisationId })).rejects.toMatchObject({ code: 'not_found' });
    await expect(followOrganisation(asStranger(), { organisationId: id })).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const unconfirmed = await asPerson((await createPerson({}, { confirmed: false })).id);
    await expect(followOrganisation(unconfirmed, { organisationId: id })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await isFollowing(asStranger(), id)).toBe(false);
    await expect(followedOrganisations(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('ends with the public page, and goes on where an organisation was merged', async () => {
    const person = await createPerson();
    const ctx = await asPerson(person.id);
    const [gone, from, into] = [
      await createVerifiedOrganisation(),
      await createVerifiedOrganisation({ name: 'Bees of the north' }),
      await createVerifiedOrganisation({ name: 'Pollinator league' }),
    ];
    for (const { id } of [gone, from]) await followOrganisation(ctx, { organisationId: id });
    await suspendOrganisation(asSystem(), { organisationId: gone.id, reason: 'For a check.' });
    await mergeOrganisations(asSystem(), { fromId: from.id, intoId: into.id, note: 'The same.' });
    await drainAll();
    expect(await namesFollowed(person.id)).toEqual(['Pollinator league']);
  });
});

describe('what it publishes', () => {
  it('is told to whoever follows: a mission, never a confidential one, and not to its own people', async () => {
    const [follower, stranger] = [await createPerson({ locale: 'nl' }), await createPerson()];
    const organisation = await createVerifiedOrganisation({ name: 'Friends of the Senne' });
    const parents = { organisationId: organisation.id, ownerId: organisation.ownerId };
    for (const id of [follower.id, organisation.ownerId])
      await followOrganisation(await asPerson(id), { organisationId: organisation.id });
    await createMission({ title: 'Free the Senne' }, parents);
    await createMission(
      {
        title: 'Not to be told',
        confidentiality: 'cleared',
        anonymisedSummary: 'A permit on a river is to be challenged before the end of the year.',
      },
      parents,
    );
    await drainAll();
    expect(await subjects(follower)).toEqual(['Friends of the Senne zoekt hulp: Free the Senne']);
    expect(await subjects(stranger)).toEqual([]);
    const toOwner = await mailTo(organisation.ownerEmail);
    expect(toOwner.filter(({ subject }) => subject.includes('looks for help'))).toEqual([]);
  });

  it('is told once for an outcome, however many worked on it', async () => {
    const follower = await createPerson();
    const { id, mission } = await createEngagement();
    await followOrganisation(await asPerson(follower.id), { organisationId: mission.organisationId });
    for (let i = 0; i < 2; i++) {
      const event = emit('outcome.published', { engagementId: id, missionId: mission.id });
      await Engagements.updateOne({ _id: id }, { $push: { outbox: event } });
    }
    await drainAll();
    const told = (await subjects(follower)).filter((subject) => subject.includes('tells what became of'));
    expect(told).toHaveLength(1);
  });
});
