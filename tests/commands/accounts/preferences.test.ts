/** Name, language and time zone. */
import { describe, expect, it } from 'vitest';
import { updatePreferences } from '../../../src/lib/domains/accounts/server/commands/update-preferences';
import { accountPage } from '../../../src/lib/domains/accounts/server/queries/account-page';
import { personContact } from '../../../src/lib/domains/accounts/server/queries/person-contact';
import { asPerson, asStranger } from '../../support/contexts';
import { createPerson } from '../../support/factories/accounts';

describe('updatePreferences', () => {
  it('changes what mails and pages use', async () => {
    const person = await createPerson();
    const input = { name: 'Ana Novak', locale: 'fr' as const, timeZone: 'Europe/Ljubljana' };
    await updatePreferences(await asPerson(person.id), input);
    expect(await personContact(person.id)).toMatchObject(input);
    expect(await accountPage(await asPerson(person.id))).toMatchObject(input);
  });

  it('is not for strangers', async () => {
    const input = { name: 'X', locale: 'en' as const, timeZone: 'Europe/Brussels' };
    await expect(updatePreferences(asStranger(), input)).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
