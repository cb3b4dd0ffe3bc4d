import { describe, expect, it } from 'vitest';
import { createOrganisation } from '../../../src/lib/domains/organisations/server/commands/create-organisation';
import { Organisations } from '../../../src/lib/domains/organisations/server/organisation.model';
import { similarOrganisations } from '../../../src/lib/domains/organisations/server/queries/possible-duplicates';
import { membershipsOf } from '../../../src/lib/domains/organisations/server/queries/memberships-of';
import { newId } from '../../../src/lib/shared/ids';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import {
  anOrganisation,
  createModerator,
  createPendingOrganisation,
  createSomePerson,
  createVerifiedOrganisation,
} from '../../support/factories/organisations';

describe('createOrganisation', () => {
  it('makes the founder owner and asks the moderators, each in her language', async () => {
    const moderator = await createModerator({ locale: 'fr' });
    const founder = await createSomePerson();
    const made = await createOrganisation(await asPerson(founder.id), anOrganisation({ name: 'Zilveren Lucht' }));
    expect(made).toMatchObject({ slug: 'zilveren-lucht', created: true });
    expect(await membershipsOf(founder.id)).toMatchObject([{ role: 'owner', state: 'pending', kind: 'ngo' }]);
    await drainAll();
    await drainAll();
    const mails = await mailTo(moderator.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('À vérifier : Zilveren Lucht');
    expect(mails[0]?.text).toContain(`/fr/moderation/organisations/${made.id}`);
  });

  it('makes one organisation of a form that arrives ten times at once', async () => {
    const ctx = await asPerson((await createSomePerson()).id);
    const formKey = newId();
    const input = anOrganisation();
    const made = await Promise.all(Array.from({ length: 10 }, () => createOrganisation(ctx, input, { formKey })));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(await Organisations.countDocuments({ name: input.name })).toBe(1);
  });

  it('gives every organisation of one name its own address, also at once', async () => {
    const ctx = await asPerson((await createSomePerson()).id);
    const input = anOrganisation({ name: 'Quiet Skies', different: true });
    const made = await Promise.all(Array.from({ length: 5 }, () => createOrganisation(ctx, input)));
    expect(made.map(({ slug }) => slug).sort()).toEqual([
      'quiet-skies',
      'quiet-skies-2',
      'quiet-skies-3',
      'quiet-skies-4',
      'quiet-skies-5',
    ]);
  });

  it('never takes an address of our own', async () => {
    const made = await createOrganisation(
      await asPerson((await createSomePerson()).id),
      anOrganisation({ name: 'New' }),
    );
    expect(made.slug).toBe('new-2');
  });

  it('warns of a name that is nearly taken, and believes whoever says that hers is another', async () => {
    await createVerifiedOrganisation({ name: 'Marsh Birds Forum' });
    const ctx = await asPerson((await createSomePerson()).id);
    const input = anOrganisation({ name: 'The Marsh Birds Forum asbl' });
    await expect(createOrganisation(ctx, input)).rejects.toMatchObject({
      code: 'refused',
      reason: 'organisation_refusal_similar_name',
      field: 'name',
    });
    await expect(createOrganisation(ctx, { ...input, different: true })).resolves.toMatchObject({ created: true });
  });

  it('names a similar organisation only when it is public', async () => {
    await createPendingOrganisation({ name: 'Hidden Harbour Watch' });
    expect(await similarOrganisations('Hidden Harbour Watch vzw')).toEqual({ known: [], hidden: true });
    const shown = await createVerifiedOrganisation({ name: 'Open Harbour Rowers' });
    expect(await similarOrganisations('Open Harbour Rowers')).toEqual({
      known: [{ slug: shown.slug, name: 'Open Harbour Rowers' }],
      hidden: false,
    });
  });

  it('is for people with a confirmed address', async () => {
    await expect(createOrganisation(asStranger(), anOrganisation())).rejects.toMatchObject({ code: 'unauthenticated' });
    const unconfirmed = await createSomePerson({ confirmed: false });
    await expect(createOrganisation(await asPerson(unconfirmed.id), anOrganisation())).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'error_confirm_email_first',
    });
  });
});
