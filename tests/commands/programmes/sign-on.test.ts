/** Single sign-on against a real OpenID provider: who comes in, who does not, and what a provider gone wrong does. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { beginSignOn } from '../../../src/lib/domains/accounts/server/commands/sign-on/begin-sign-on';
import { finishSignOn } from '../../../src/lib/domains/accounts/server/commands/sign-on/finish-sign-on';
import { actorOfSession } from '../../../src/lib/domains/accounts/server/queries/actor-of-session';
import { People } from '../../../src/lib/domains/accounts/server/person.model';
import { providerForAddress } from '../../../src/lib/domains/accounts/server/queries/sign-on/provider-for';
import { SignOnProviders } from '../../../src/lib/domains/accounts/server/sign-on/sign-on.model';
import { removeSingleSignOn } from '../../../src/lib/domains/programmes/server/commands/programme/remove-single-sign-on';
import { saveProgramme } from '../../../src/lib/domains/programmes/server/commands/programme/save-programme';
import { setSingleSignOn } from '../../../src/lib/domains/programmes/server/commands/programme/set-single-sign-on';
import { joinBySignOn } from '../../../src/lib/domains/programmes/server/commands/staff/join-by-sign-on';
import { Staff } from '../../../src/lib/domains/programmes/server/staff.model';
import { CALLBACK_PATH } from '../../../src/lib/domains/accounts/server/passport/oidc-strategy';
import { asPerson, asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import { createSomePerson, type CreatedOrganisation } from '../../support/factories/organisations';
import { aProgramme, createEmployer } from '../../support/factories/programmes';
import { browse, startProvider, type TestPerson, type TestProvider } from './support/openid-provider';

process.env.ALLOW_LOCAL_SIGN_ON = 'on';
process.env.SECRET_KEY = 'a key for tests that is long enough, and known';

const CALLBACK = `http://causeway.test${CALLBACK_PATH}`;
const VISIT = { userAgent: null, deviceToken: undefined, previousToken: undefined };
let provider: TestProvider;
let employer: CreatedOrganisation;

beforeAll(async () => {
  provider = await startProvider(CALLBACK);
  employer = await createEmployer({ domains: ['firm.example'] }, { email: 'hr@firm.example' });
  const { issuer, clientId, clientSecret } = provider;
  const order = { organisationId: employer.id, issuer, clientId, clientSecret };
  await setSingleSignOn(await asPerson(employer.ownerId), order);
});
afterEach(() => provider.behave('well'));
afterEach(drainAll);
afterAll(() => provider.stop());

async function signOn(person: TestPerson | null, next: string | null = null) {
  provider.letIn(person);
  const { location, token } = await beginSignOn(asStranger(), { providerKey: employer.id, next });
  const back = await browse(location, CALLBACK);
  return {
    location: new URL(location),
    token,
    back,
    finish: () => finishSignOn(asStranger(), { token, search: back.search }, VISIT),
  };
}

describe('coming in', () => {
  it('makes an account and staff of somebody new, with PKCE, state and nonce on the way', async () => {
    const { location, finish } = await signOn(
      { sub: 'a1', email: 'ada@firm.example', email_verified: true, name: 'Ada Byron' },
      '/my-employer',
    );
    const asked = Object.fromEntries(location.searchParams);
    expect(asked).toMatchObject({ code_challenge_method: 'S256', response_type: 'code', redirect_uri: CALLBACK });
    for (const each of ['code_challenge', 'state', 'nonce']) expect(asked[each]).toMatch(/^[\w-]{20,}$/);
    const outcome = await finish();
    expect(outcome).toMatchObject({ kind: 'session', next: '/my-employer' });
    const session = outcome.kind === 'session' ? await actorOfSession(outcome.session.token) : null;
    expect(session?.actor).toMatchObject({ name: 'Ada Byron', confirmed: true });
    await drainAll();
    const staff = await Staff.findOne({ activeKey: session?.actor.personId ?? '' }).lean();
    expect(staff).toMatchObject({ organisationId: employer.id, joinedBy: 'sign_on' });
    await expect(finish()).rejects.toMatchObject({ reason: 'sign_on_refusal_over' });
    const again = await signOn({ sub: 'a1', email: 'ada.lovelace@firm.example', email_verified: true });
    expect(await again.finish()).toMatchObject({ personId: session?.actor.personId });
  });

  it('is staff before her first page, and once, though the event asks for it too', async () => {
    const { finish } = await signOn({ sub: 's1', email: 'sue@firm.example', email_verified: true });
    const { providerKey, personId } = await finish();
    await Promise.all([joinBySignOn(providerKey, personId), joinBySignOn(providerKey, personId), drainAll()]);
    expect(await Staff.countDocuments({ email: 'sue@firm.example', activeKey: personId, state: 'active' })).toBe(1);
    expect(await Staff.countDocuments({ email: 'sue@firm.example' })).toBe(1);
  });

  it('opens the account of a confirmed address, and takes an unconfirmed one from whoever lay in wait', async () => {
    const known = await createSomePerson({ email: 'known@firm.example' });
    const { finish } = await signOn({ sub: 'k1', email: 'KNOWN@firm.example', email_verified: true });
    expect(await finish()).toMatchObject({ personId: known.id });
    const squatter = await createSomePerson({ email: 'boss@firm.example', confirmed: false });
    await People.updateOne({ _id: squatter.id }, { $set: { passwordHash: 'known to the squatter' } });
    await (await signOn({ sub: 'b1', email: 'boss@firm.example', email_verified: true })).finish();
    const person = await People.findById(squatter.id).select('+passwordHash').lean();
    expect(person?.passwordHash).toBeNull();
    expect(person?.confirmedAt).not.toBeNull();
    const heir = await signOn({ sub: 'k2', email: 'known@firm.example', email_verified: true });
    await expect(heir.finish()).rejects.toMatchObject({ reason: 'sign_on_refusal_other_person' });
  });

  it('is refused without an address, with one that nobody confirmed, and from other domains', async () => {
    const cases: [TestPerson | null, string][] = [
      [{ sub: 'x1' }, 'sign_on_refusal_no_email'],
      [{ sub: 'x2', email: 'x2@firm.example' }, 'sign_on_refusal_unconfirmed'],
      [{ sub: 'x3', email: 'x3@firm.example', email_verified: false }, 'sign_on_refusal_unconfirmed'],
      [{ sub: 'x4', email: 'x4@evilfirm.example', email_verified: true }, 'sign_on_refusal_domain'],
      [{ sub: 'x5', email: 'x5@firm.example.evil.example', email_verified: true }, 'sign_on_refusal_domain'],
      [null, 'sign_on_refusal_said_no'],
    ];
    for (const [person, reason] of cases)
      await expect((await signOn(person)).finish()).rejects.toMatchObject({ reason });
    expect(await People.exists({ email: /^x\d@/ })).toBeNull();
  });

  it('is bound to the browser that left: no answer of another journey, no changed state', async () => {
    const person = { sub: 'm1', email: 'mine@firm.example', email_verified: true };
    const mine = await signOn(person);
    const other = await signOn(person);
    const cross = { token: mine.token, search: other.back.search };
    await expect(finishSignOn(asStranger(), cross, VISIT)).rejects.toMatchObject({ reason: 'sign_on_refusal_wrong' });
    const forged = new URLSearchParams(other.back.search);
    forged.set('state', 'x'.repeat(43));
    const changed = { token: other.token, search: `?${forged.toString()}` };
    await expect(finishSignOn(asStranger(), changed, VISIT)).rejects.toMatchObject({ reason: 'sign_on_refusal_wrong' });
    const none = { token: undefined, search: other.back.search };
    await expect(finishSignOn(asStranger(), none, VISIT)).rejects.toMatchObject({ reason: 'sign_on_refusal_over' });
  });
});

describe('a provider', () => {
  it('that answers wrongly lets nobody in and says so', async () => {
    const { finish } = await signOn({ sub: 'w1', email: 'w1@firm.example', email_verified: true });
    provider.behave('wrongly');
    await expect(finish()).rejects.toMatchObject({ code: 'refused', reason: 'sign_on_refusal_wrong' });
  });

  it('that never answers is waited for a few seconds only', async () => {
    provider.behave('never');
    const start = Date.now();
    await expect(beginSignOn(asStranger(), { providerKey: employer.id, next: null })).rejects.toMatchObject({
      code: 'unavailable',
      reason: 'sign_on_refusal_unreachable',
    });
    expect(Date.now() - start).toBeLessThan(9000);
  });

  it('is not saved from where nobody may ask, nor when it is none; its secret lies sealed', async () => {
    const owner = await asPerson(employer.ownerId);
    const { clientId, clientSecret } = provider;
    const save = (issuer: string) =>
      setSingleSignOn(owner, { organisationId: employer.id, issuer, clientId, clientSecret });
    for (const issuer of ['https://10.0.0.1', 'http://login.firm.example', 'https://metadata.internal'])
      await expect(save(issuer)).rejects.toMatchObject({ reason: 'sign_on_refusal_address', field: 'issuer' });
    await expect(save(`${provider.issuer}/elsewhere`)).rejects.toMatchObject({ reason: 'sign_on_refusal_issuer' });
    expect(JSON.stringify(await SignOnProviders.find().lean())).not.toContain(clientSecret);
    const other = await createEmployer();
    const foreign = { organisationId: employer.id, issuer: provider.issuer, clientId, clientSecret };
    await expect(setSingleSignOn(await asPerson(other.ownerId), foreign)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('closes with the domain that is taken away, and when it is turned off', async () => {
    const owner = await asPerson(employer.ownerId);
    expect(await providerForAddress('x@mail.firm.example')).toMatchObject({ key: employer.id });
    await expect(
      saveProgramme(owner, { ...aProgramme({ domains: ['gmail.com'] }), version: 1, organisationId: employer.id }),
    ).rejects.toMatchObject({ reason: 'programme_refusal_public_mail', field: 'domains' });
    await saveProgramme(owner, { ...aProgramme(), version: 1, organisationId: employer.id });
    expect(await providerForAddress('x@firm.example')).toBeNull();
    await removeSingleSignOn(owner, { organisationId: employer.id });
    await expect(beginSignOn(asStranger(), { providerKey: employer.id, next: null })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
