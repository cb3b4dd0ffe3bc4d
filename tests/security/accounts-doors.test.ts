/** The doors of the accounts domain under attack: security.md, cases 2, 4, 5 and 6, at the pages' own actions. */
import { describe, expect, it } from 'vitest';
import { actions as confirm } from '../../src/routes/(public)/confirm/[token]/+page.server';
import { actions as reset } from '../../src/routes/(public)/reset/+page.server';
import { actions as choose } from '../../src/routes/(public)/reset/[token]/+page.server';
import { actions as signIn } from '../../src/routes/(public)/sign-in/+page.server';
import { actions as signOut } from '../../src/routes/(public)/sign-out/+page.server';
import { actions as signUp } from '../../src/routes/(public)/sign-up/+page.server';
import { actions as you } from '../../src/routes/(app)/account/+page.server';
import { People } from '../../src/lib/domains/accounts/server/person.model';
import { actorOfSession } from '../../src/lib/domains/accounts/server/queries/actor-of-session';
import { newId } from '../../src/lib/shared/ids';
import { asPerson } from '../support/contexts';
import { drainAll, mailTo } from '../support/drain';
import { aPerson, createPerson, inSession, PASSWORD, tokenIn } from '../support/factories/accounts';
import { postForm } from '../support/post-form';

const fields = (input = aPerson()) => ({
  name: input.name,
  email: input.email,
  password: input.password,
  locale: 'en',
  intent: 'both',
});

const ELSEWHERE = [
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/%0d%0aSet-Cookie:x=1'.replace('%0d%0a', '\r\n'),
  '/\tevil',
];

describe('SEC-2 a redirect that a request names stays on this site', () => {
  it.each(ELSEWHERE)('sign-in ignores next=%j', async (next) => {
    const person = await createPerson({ intent: 'offers_help' });
    const url = `http://causeway.test/sign-in?next=${encodeURIComponent(next)}`;
    const answer = await postForm(signIn.default, { email: person.email, password: PASSWORD }, { url });
    expect(answer).toMatchObject({ status: 303, location: '/my-work' });
  });

  it('sign-in follows a page of ours', async () => {
    const person = await createPerson();
    const url = `http://causeway.test/sign-in?next=${encodeURIComponent('/fr/missions?q=air')}`;
    const answer = await postForm(signIn.default, { email: person.email, password: PASSWORD }, { url });
    expect(answer.location).toBe('/fr/missions?q=air');
  });

  it('confirmation ignores it too', async () => {
    const input = aPerson({ intent: 'offers_help' });
    const url = `http://causeway.test/sign-up?next=${encodeURIComponent('//evil.example')}`;
    const posted = await postForm(signUp.default, { ...fields(input), intent: 'offers_help' }, { url });
    await drainAll();
    const token = tokenIn((await mailTo(input.email))[0], 'confirm');
    const device = posted.cookies.get('device')?.value ?? '';
    const done = await postForm(confirm.confirm, {}, { params: { token }, cookies: { device } });
    expect(done).toMatchObject({ status: 303, location: '/profile' });
  });
});

describe('SEC-4 links in mail are built from the configured origin', () => {
  it('reset and confirmation ignore the host of the request', async () => {
    const person = await createPerson();
    const fresh = aPerson();
    const evil = { url: 'http://evil.example/', headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } };
    await postForm(reset.default, { email: person.email }, evil);
    await postForm(signUp.default, fields(fresh), evil);
    await drainAll();
    for (const email of [person.email, fresh.email]) {
      const [mail] = await mailTo(email);
      expect(mail?.text).toContain('http://causeway.test/');
      expect(`${mail?.text}${mail?.html}`).not.toContain('evil.example');
    }
  });
});

describe('SEC-5 operators in a body are no query', () => {
  it.each([
    { 'email[$ne]': '', 'password[$ne]': '' },
    { 'email.$ne': '', password: PASSWORD },
    { 'email.$gt': '', 'password.$gt': '' },
    { 'email[]': 'a@b.example', password: PASSWORD },
    { 'email.0': 'a@b.example', password: PASSWORD },
    { $where: '1', email: 'a@b.example', password: PASSWORD },
  ])('sign-in answers 400 to %j', async (body) => {
    await createPerson();
    const answer = await postForm(signIn.default, body as Record<string, string>);
    expect(answer.status).toBe(400);
    expect(answer.cookies.has('session')).toBe(false);
  });

  it.each(['application/json', 'text/plain'])('takes no %s', async (type) => {
    const person = await createPerson();
    const body = JSON.stringify({ email: { $ne: null }, password: { $ne: null } });
    for (const action of [signIn.default, signUp.default, reset.default]) {
      expect((await postForm(action, body, { headers: { 'content-type': type } })).status).toBe(400);
    }
    await drainAll();
    expect(await mailTo(person.email)).toEqual([]);
  });

  it('a token is a word, never an operator', async () => {
    for (const token of ['[$ne]', '{"$gt":""}', '__proto__', '']) {
      const answer = await postForm(choose.default, { password: 'seven green umbrellas' }, { params: { token } });
      expect(answer.status).toBe(422);
    }
  });
});

describe('SEC-6 no key reaches further than its form', () => {
  it.each([
    '__proto__',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    '$set',
    'name.__proto__.x',
    'role',
    'platformRoles',
    'platformRoles[]',
    'confirmedAt',
    'passwordHash',
    '_id',
    'state',
  ])('sign-up and settings answer 400 to %s and change nothing', async (key) => {
    const input = aPerson();
    const signedUp = await postForm(signUp.default, { ...fields(input), [key]: 'administrator' });
    expect(signedUp.status).toBe(400);
    expect(await People.exists({ email: input.email })).toBeNull();
    const person = await createPerson();
    const body = { name: 'New Name', locale: 'fr', timeZone: 'Europe/Paris', [key]: 'administrator' };
    const saved = await postForm(you.you, body, { ctx: await asPerson(person.id) });
    expect(saved.status).toBe(400);
    expect(await People.findById(person.id).lean()).toMatchObject({ name: person.name, platformRoles: [] });
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('what the doors give away', () => {
  it('sign-up answers a known and a new address alike', async () => {
    const known = await createPerson();
    const answers = [];
    for (const input of [aPerson({ email: known.email }), aPerson()]) {
      answers.push(await postForm(signUp.default, { ...fields(input), _key: newId() }));
    }
    const [first, second] = answers;
    expect(first).toMatchObject({ status: 303, location: '/sign-up/sent' });
    expect([first?.status, first?.location]).toEqual([second?.status, second?.location]);
    expect([...(first?.cookies.keys() ?? [])]).toEqual([...(second?.cookies.keys() ?? [])]);
    expect(first?.cookies.get('device')?.value).toHaveLength(second?.cookies.get('device')?.value.length ?? 0);
  });

  it('reset and sign-in do so too', async () => {
    const known = await createPerson();
    for (const email of [known.email, 'nobody@people.example']) {
      expect(await postForm(reset.default, { email })).toMatchObject({ status: 303, location: '/reset/sent' });
      const refused = await postForm(signIn.default, { email, password: 'not the password' });
      expect(refused).toMatchObject({ status: 422, failure: { errors: {}, values: { email } } });
    }
  });

  it('keeps what was typed, and never a password', async () => {
    const weak = await postForm(signUp.default, { ...fields(), password: 'passwordpassword' });
    expect(weak.failure?.errors.password).toMatch(/one of the first passwords/);
    expect(weak.failure?.values).toMatchObject({ intent: 'both', locale: 'en' });
    expect(JSON.stringify(weak.failure?.values)).not.toContain('password');
    const short = await postForm(signUp.default, { ...fields(), password: 'short' });
    expect(short).toMatchObject({ status: 400 });
    expect(JSON.stringify(short.failure?.values)).not.toContain('short');
  });
});

describe('the session cookie', () => {
  it('is bound to this host over TLS, and out of reach of scripts and other sites always', async () => {
    const person = await createPerson();
    const body = { email: person.email, password: PASSWORD };
    const plain = await postForm(signIn.default, body);
    const secure = await postForm(signIn.default, body, { url: 'https://causeway.test/sign-in' });
    expect(plain.cookies.get('session')?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' });
    expect(secure.cookies.get('__Host-session')?.options).toMatchObject({
      httpOnly: true,
      sameSite: 'lax',
      path: '/',
      secure: true,
    });
    expect(secure.cookies.get('__Host-session')?.options).not.toHaveProperty('domain');
    expect(secure.cookies.has('session')).toBe(false);
  });

  it('planted before the sign-in is not the one after it', async () => {
    const person = await createPerson();
    const planted = await inSession((await createPerson()).id);
    const body = { email: person.email, password: PASSWORD };
    const answer = await postForm(signIn.default, body, { cookies: { session: planted.token } });
    expect(answer.cookies.get('session')?.value).not.toBe(planted.token);
    expect(await actorOfSession(planted.token)).toBeNull();
  });

  it('is worth nothing after signing out', async () => {
    const { ctx, token } = await inSession((await createPerson()).id);
    const answer = await postForm(signOut.default, {}, { ctx });
    expect(answer).toMatchObject({ status: 303, location: '/' });
    expect(answer.cookies.get('session')?.value).toBe('');
    expect(await actorOfSession(token)).toBeNull();
  });
});
