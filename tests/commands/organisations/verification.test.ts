import { describe, expect, it } from 'vitest';
import { editOrganisation } from '../../../src/lib/domains/organisations/server/commands/edit-organisation';
import { clearOrganisationFlags } from '../../../src/lib/domains/organisations/server/commands/verification/clear-organisation-flags';
import { reinstateOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/reinstate-organisation';
import { requestOrganisationChanges } from '../../../src/lib/domains/organisations/server/commands/verification/request-organisation-changes';
import { suspendOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/suspend-organisation';
import { verifyOrganisation } from '../../../src/lib/domains/organisations/server/commands/verification/verify-organisation';
import { organisationPage } from '../../../src/lib/domains/organisations/server/queries/organisation-page';
import { organisationReview } from '../../../src/lib/domains/organisations/server/queries/organisation-review';
import { organisationsToVerify } from '../../../src/lib/domains/organisations/server/queries/organisations-to-verify';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

const asModerator = async () => asPerson((await createModerator()).id);
const reason = 'The statutes name another organisation.';

describe('the check of an organisation', () => {
  it('makes it public and tells the owner in her language', async () => {
    const made = await createPendingOrganisation({ owner: { locale: 'nl' } });
    await expect(organisationPage(asStranger(), made.slug)).rejects.toMatchObject({ code: 'not_found' });
    await verifyOrganisation(await asModerator(), { organisationId: made.id, note: 'Welcome!' });
    expect(await organisationPage(asStranger(), made.slug)).toMatchObject({ isPreview: false });
    await drainAll();
    const mail = (await mailTo(made.ownerEmail)).at(-1);
    expect(mail?.subject).toMatch(/ is goedgekeurd$/);
    expect(mail?.text).toContain('> Welcome!');
    expect(mail?.text).toContain(`/nl/ngo/${made.slug}`);
  });

  it('asks for changes with a note that the owner reads', async () => {
    const made = await createPendingOrganisation();
    await requestOrganisationChanges(await asModerator(), { organisationId: made.id, note: reason });
    await drainAll();
    const mail = (await mailTo(made.ownerEmail)).at(-1);
    expect(mail?.text).toContain(reason);
    expect(mail?.text).toContain(`/ngo/${made.slug}/settings`);
    await expect(
      requestOrganisationChanges(await asModerator(), { organisationId: made.id, note: reason }),
    ).rejects.toMatchObject({ code: 'conflict', reason: 'organisation_refusal_not_waiting' });
  });

  it('suspends with a reason and reinstates to what was before', async () => {
    const [verified, pending] = [await createVerifiedOrganisation(), await createPendingOrganisation()];
    const moderator = await asModerator();
    for (const { id: organisationId } of [verified, pending]) {
      await suspendOrganisation(moderator, { organisationId, reason });
    }
    await expect(organisationPage(asStranger(), verified.slug)).rejects.toMatchObject({ code: 'not_found' });
    expect(await organisationPage(await asPerson(verified.ownerId), verified.slug)).toMatchObject({ isPreview: true });
    for (const { id: organisationId } of [verified, pending]) {
      await reinstateOrganisation(moderator, { organisationId, note: null });
    }
    expect((await organisationReview(moderator, verified.id)).organisation.state).toBe('verified');
    expect((await organisationReview(moderator, pending.id)).organisation.state).toBe('pending');
    await drainAll();
    const subjects = (await mailTo(verified.ownerEmail)).map(({ subject }) => subject);
    expect(subjects.slice(-2)).toEqual([expect.stringContaining('is suspended'), expect.stringContaining('has ended')]);
  });

  it('refuses a decision that the state no longer allows', async () => {
    const verified = await createVerifiedOrganisation();
    const moderator = await asModerator();
    await expect(verifyOrganisation(moderator, { organisationId: verified.id })).rejects.toMatchObject({
      reason: 'organisation_refusal_not_pending',
    });
    await expect(reinstateOrganisation(moderator, { organisationId: verified.id })).rejects.toMatchObject({
      reason: 'organisation_refusal_not_suspended',
    });
    await suspendOrganisation(moderator, { organisationId: verified.id, reason });
    await expect(suspendOrganisation(moderator, { organisationId: verified.id, reason })).rejects.toMatchObject({
      reason: 'organisation_refusal_already_suspended',
    });
    await expect(clearOrganisationFlags(moderator, { organisationId: verified.id })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('two moderators at once', () => {
  it('yield one success and one "someone was faster"', async () => {
    const made = await createPendingOrganisation();
    const [one, two] = [await asModerator(), await asModerator()];
    const { seen } = await organisationReview(one, made.id);
    const both = await Promise.allSettled([
      verifyOrganisation(one, { organisationId: made.id, seen }),
      requestOrganisationChanges(two, { organisationId: made.id, seen, note: reason }),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = both.filter((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'conflict' });
    await drainAll();
    expect(await mailTo(made.ownerEmail)).toHaveLength(1);
  });

  it('cannot decide on texts that changed after they looked', async () => {
    const made = await createPendingOrganisation();
    const moderator = await asModerator();
    const { seen, organisation } = await organisationReview(moderator, made.id);
    await editOrganisation(await asPerson(made.ownerId), {
      ...organisation.texts,
      organisationId: made.id,
      version: organisation.version,
      name: 'Quite Another Thing',
    });
    await expect(verifyOrganisation(moderator, { organisationId: made.id, seen })).rejects.toMatchObject({
      code: 'conflict',
      reason: 'error_conflict',
    });
  });
});

describe('who decides', () => {
  it('is a moderator, never of her own organisation', async () => {
    const moderator = await createModerator();
    const made = await createPendingOrganisation({ ownerId: moderator.id });
    const ctx = await asPerson(moderator.id);
    const input = { organisationId: made.id, note: reason, reason };
    const decisions = [
      verifyOrganisation,
      requestOrganisationChanges,
      suspendOrganisation,
      reinstateOrganisation,
      clearOrganisationFlags,
    ];
    for (const decide of decisions) {
      await expect(decide(ctx, input)).rejects.toMatchObject({ code: 'forbidden', reason: 'organisation_refusal_own' });
    }
    expect((await organisationReview(ctx, made.id)).isOwn).toBe(true);
    const [owner, stranger] = [await createSomePerson(), asStranger()];
    for (const decide of decisions) {
      await expect(decide(await asPerson(owner.id), input)).rejects.toMatchObject({ code: 'not_found' });
      await expect(decide(stranger, input)).rejects.toMatchObject({ code: 'not_found' });
    }
    await expect(organisationReview(stranger, made.id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(organisationsToVerify(stranger)).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('what a moderator sees', () => {
  it('holds the checks, the people and possible duplicates', async () => {
    const known = await createVerifiedOrganisation({ name: 'Heron Wetland Trust', website: 'https://heron.example' });
    const made = await createPendingOrganisation({
      name: 'The Heron Wetland Trust vzw',
      website: 'https://www.heron.example/home',
      registerNumber: '000764914245-75',
      different: true,
      owner: { email: 'lea@heron.example', name: 'Léa' },
    });
    await createMember(made, 'viewer');
    const review = await organisationReview(await asModerator(), made.id);
    expect(review.checks).toEqual({ register: 'wrong_check_digits', emailDomain: 'same' });
    expect(review.duplicates).toMatchObject([{ id: known.id, same: ['name', 'website'] }]);
    expect(review.members).toHaveLength(2);
    expect(review.members[0]).toMatchObject({ email: 'lea@heron.example', role: 'owner' });
  });

  it('lets a flag be cleared once somebody has looked', async () => {
    const made = await createVerifiedOrganisation();
    const { organisation } = await organisationReview(asSystem(), made.id);
    await editOrganisation(await asPerson(made.ownerId), {
      ...organisation.texts,
      organisationId: made.id,
      version: 1,
      legalForm: 'vzw',
    });
    const moderator = await asModerator();
    const review = await organisationReview(moderator, made.id);
    expect(review.flags).toMatchObject([{ kind: 'identity_changed', detail: 'legalForm: aisbl → vzw' }]);
    await clearOrganisationFlags(moderator, { organisationId: made.id, seen: review.seen });
    expect((await organisationReview(moderator, made.id)).flags).toEqual([]);
  });
});
