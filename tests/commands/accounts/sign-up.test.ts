/** Signing up: a new address, one that is known, and the form sent twice. */
import { describe, expect, it } from 'vitest';
import { signUp } from '../../../src/lib/domains/accounts/server/commands/sign-up';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { newId } from '../../../src/lib/shared/ids';
import { asStranger } from '../../support/contexts';
import { drainAll, mailTo } from '../../support/drain';
import { aPerson, createPerson } from '../../support/factories/accounts';

describe('signUp', () => {
  it('makes an unconfirmed account without roles and sends one link, in the chosen language', async () => {
    const input = aPerson({ locale: 'fr', name: 'Amélie Dumont' });
    const { personId } = await signUp(asStranger(), input);
    await drainAll();
    const person = await People.findById(personId).select('+passwordHash +links').lean();
    expect(person).toMatchObject({ email: input.email, confirmedAt: null, platformRoles: [], state: 'active' });
    expect(person?.passwordHash).toMatch(/^\$argon2id\$/);
    const mails = await mailTo(input.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe('Confirmez votre adresse e-mail');
    expect(mails[0]?.text).toContain('Bonjour Amélie Dumont');
    expect(mails[0]?.text).toMatch(/http:\/\/causeway\.test\/fr\/confirm\/[\w-]{22}\n/);
  });

  it('keeps only the hash of the link', async () => {
    const input = aPerson();
    const { personId } = await signUp(asStranger(), input);
    await drainAll();
    const token = /confirm\/([\w-]+)/.exec((await mailTo(input.email))[0]?.text ?? '')?.[1] ?? '-';
    const stored = JSON.stringify(await People.findById(personId).select('+links +secret +passwordHash').lean());
    expect(stored).not.toContain(token);
  });

  it('tells the owner of a known address by mail, and nobody else', async () => {
    const owner = await createPerson({ name: 'Owner' });
    const again = await signUp(asStranger(), aPerson({ email: owner.email, name: 'Somebody else' }));
    await drainAll();
    expect(again.personId).toBeNull();
    expect(again.deviceToken).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(await People.countDocuments({ email: owner.email })).toBe(1);
    expect((await People.findOne({ email: owner.email }).lean())?.name).toBe('Owner');
    const subjects = (await mailTo(owner.email)).map((mail) => mail.subject);
    expect(subjects).toEqual(['You already have an account']);
  });

  it('offers the link again where the known address was never confirmed', async () => {
    const waiting = await createPerson({}, { confirmed: false });
    await signUp(asStranger(), aPerson({ email: waiting.email }));
    await drainAll();
    const last = (await mailTo(waiting.email)).find((mail) => mail.subject === 'You already have an account');
    expect(last?.text).toMatch(/\/confirm\/[\w-]{22}/);
  });

  it('writes such a mail at most once an hour, however often a stranger tries', async () => {
    const owner = await createPerson();
    for (let i = 0; i < 4; i++) await signUp(asStranger(), aPerson({ email: owner.email }));
    await drainAll();
    expect(await mailTo(owner.email)).toHaveLength(1);
  });

  it('takes the same form sent ten times as one sign-up and one mail', async () => {
    const input = aPerson();
    const formKey = newId();
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(asStranger(), input, { formKey })));
    await drainAll();
    expect(new Set(answers.map(({ personId }) => personId)).size).toBe(1);
    expect(await mailTo(input.email)).toHaveLength(1);
  });

  it('takes the form with a corrected address as a new sign-up', async () => {
    const formKey = newId();
    const [wrong, right] = [aPerson(), aPerson()];
    await signUp(asStranger(), wrong, { formKey });
    await signUp(asStranger(), right, { formKey });
    await drainAll();
    expect(await mailTo(right.email)).toHaveLength(1);
  });

  it('refuses a common password and one made of her name, at the field', async () => {
    for (const [password, reason] of [
      ['passwordpassword', 'account_error_password_common'],
      ['sara.devries1', 'account_error_password_own_name'],
    ] as const) {
      const attempt = signUp(asStranger(), aPerson({ name: 'Sara De Vries', password }));
      await expect(attempt).rejects.toMatchObject({ code: 'refused', reason, field: 'password' });
    }
  });

  it('lets only the platform itself confirm, give roles or bring a hash', async () => {
    for (const option of [{ confirmed: true }, { platformRoles: ['administrator' as const] }, { passwordHash: null }]) {
      await expect(signUp(asStranger(), aPerson(), option)).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('keeps where she was going only when that is a page of ours', async () => {
    const away = await signUp(asStranger(), aPerson({ next: '//evil.example' }));
    const home = await signUp(asStranger(), aPerson({ next: '/fr/missions/x' }));
    expect((await People.findById(away.personId).lean())?.arrivalPath).toBeNull();
    expect((await People.findById(home.personId).lean())?.arrivalPath).toBe('/fr/missions/x');
  });

  it('limits what one address may try', async () => {
    const attempts = Array.from({ length: 11 }, () => signUp(asStranger(), aPerson()));
    const refused = (await Promise.allSettled(attempts)).filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'limited' } });
  });
});
