/** Taking one's data along. */
import { describe, expect, it } from 'vitest';
import { requestReset } from '../../../src/lib/domains/accounts/server/commands/request-reset';
import { registerPersonalData } from '../../../src/lib/domains/accounts/server/personal-data';
import { exportAccount } from '../../../src/lib/domains/accounts/server/queries/export-account';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createPerson, inSession } from '../../support/factories/accounts';

describe('exportAccount', () => {
  it('holds every domain’s part, and no secret', async () => {
    const person = await createPerson({ name: 'Ana Novak' });
    const { ctx, token } = await inSession(person.id);
    await requestReset(asStranger(), { email: person.email });
    await drainAll();
    registerPersonalData('test.part', async (id) => ({ seen: id }));
    registerPersonalData('test.nothing', async () => null);
    const exported = await exportAccount(ctx);
    expect(exported).toMatchObject({
      personId: person.id,
      data: {
        'accounts.person': { name: 'Ana Novak', email: person.email },
        'accounts.sessions': [{ browser: 'Firefox', system: 'Linux' }],
        'accounts.mails': [{ subject: 'Choose a new password', text: null }],
        'test.part': { seen: person.id },
      },
    });
    expect(exported.data).not.toHaveProperty('test.nothing');
    const text = JSON.stringify(exported);
    expect(text).not.toContain(token);
    expect(text).not.toMatch(/argon2|passwordHash|tokenHash|"secret"|\/reset\//);
  });

  it('is for oneself alone', async () => {
    const [one, other] = [await createPerson(), await createPerson()];
    expect(JSON.stringify(await exportAccount(await asPerson(one.id)))).not.toContain(other.email);
    await expect(exportAccount(asStranger())).rejects.toMatchObject({ code: 'unauthenticated' });
  });
});
