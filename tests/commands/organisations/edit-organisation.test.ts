import { describe, expect, it } from 'vitest';
import type { EditOrganisation } from '../../../src/lib/domains/organisations/organisation.input';
import { editOrganisation } from '../../../src/lib/domains/organisations/server/commands/edit-organisation';
import { requestOrganisationChanges } from '../../../src/lib/domains/organisations/server/commands/verification/request-organisation-changes';
import { organisationsToVerify } from '../../../src/lib/domains/organisations/server/queries/organisations-to-verify';
import { workspaceOf } from '../../../src/lib/domains/organisations/server/queries/workspace';
import { AppError } from '../../../src/lib/shared/app-error';
import { asPerson, asStranger, asSystem } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  createMember,
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
  type CreatedOrganisation,
} from '../../support/factories/organisations';

async function editOf(made: CreatedOrganisation, changes: Partial<EditOrganisation>): Promise<EditOrganisation> {
  const { organisation } = await workspaceOf(asSystem(), made.slug);
  return { organisationId: made.id, ...organisation.texts, version: organisation.version, ...changes };
}

describe('editOrganisation', () => {
  it('lets an editor change the texts', async () => {
    const made = await createVerifiedOrganisation();
    const editor = await createMember(made, 'editor');
    const input = await editOf(made, { description: 'We **measure** the air.', city: 'Ghent' });
    expect(await editOrganisation(await asPerson(editor.id), input)).toEqual({ changed: true });
    const { organisation } = await workspaceOf(asSystem(), made.slug);
    expect(organisation).toMatchObject({
      city: 'Ghent',
      version: 2,
      texts: { description: 'We **measure** the air.' },
    });
  });

  it('changes nothing when nothing changed', async () => {
    const made = await createVerifiedOrganisation();
    expect(await editOrganisation(await asPerson(made.ownerId), await editOf(made, {}))).toEqual({ changed: false });
    expect((await workspaceOf(asSystem(), made.slug)).organisation.version).toBe(1);
  });

  it('lets one of two editors win, and tells the other', async () => {
    const made = await createVerifiedOrganisation();
    const ctx = await asPerson(made.ownerId);
    const inputs = [await editOf(made, { city: 'Ghent' }), await editOf(made, { city: 'Namur' })];
    const results = await Promise.allSettled(inputs.map((input) => editOrganisation(ctx, input)));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [refused] = results.filter((result) => result.status === 'rejected');
    expect(refused?.reason).toBeInstanceOf(AppError);
    expect(refused?.reason).toMatchObject({ code: 'conflict', reason: 'organisation_refusal_edited_meanwhile' });
  });

  it('sends a corrected organisation back to the moderators', async () => {
    const moderator = await createModerator();
    const made = await createPendingOrganisation();
    await requestOrganisationChanges(asSystem(), { organisationId: made.id, note: 'Add your statutes, please.' });
    expect(await organisationsToVerify(asSystem())).not.toContainEqual(expect.objectContaining({ id: made.id }));
    await editOrganisation(await asPerson(made.ownerId), await editOf(made, { proof: 'https://statutes.example/1' }));
    expect(await organisationsToVerify(asSystem())).toContainEqual(
      expect.objectContaining({ id: made.id, why: 'corrected' }),
    );
    await drainAll();
    expect((await mailTo(moderator.email)).map(({ subject }) => subject)).toContainEqual(
      expect.stringMatching(/^Corrected, to check again: /),
    );
  });

  it('shows moderators when a verified organisation changes who it is', async () => {
    const made = await createVerifiedOrganisation();
    await editOrganisation(await asPerson(made.ownerId), await editOf(made, { purpose: 'x'.repeat(60) }));
    expect(await organisationsToVerify(asSystem())).not.toContainEqual(expect.objectContaining({ id: made.id }));
    await editOrganisation(await asPerson(made.ownerId), await editOf(made, { name: 'Somebody Else Entirely' }));
    expect(await organisationsToVerify(asSystem())).toContainEqual(
      expect.objectContaining({ id: made.id, why: 'identity_changed' }),
    );
  });

  it('refuses viewers, and tells strangers nothing', async () => {
    const made = await createVerifiedOrganisation();
    const input = await editOf(made, { city: 'Ghent' });
    const viewer = await createMember(made, 'viewer');
    const stranger = await createSomePerson();
    await expect(editOrganisation(await asPerson(viewer.id), input)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(editOrganisation(await asPerson(stranger.id), input)).rejects.toMatchObject({ code: 'not_found' });
    await expect(editOrganisation(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
    const nowhere = { ...input, organisationId: 'x'.repeat(20) };
    await expect(editOrganisation(await asPerson(stranger.id), nowhere)).rejects.toMatchObject({ code: 'not_found' });
  });
});
