/** The adapter against strategies that behave like those of providers. */
import passport from 'passport';
import { describe, expect, it } from 'vitest';
import { passportRequest, passportResponse, type PassportRequest } from './request-adapter';
import { authenticateWith } from './authenticate-with';
import { strategies } from './strategies';

class Redirecting extends passport.Strategy {
  override authenticate(given: unknown): void {
    const request = given as PassportRequest;
    if (request.query.state !== undefined && request.query.state === request.session.state)
      this.success({ _id: 'p1', email: 'a@b.example', name: 'A', locale: 'en', secondFactor: false });
    else if (request.query.state !== undefined) this.fail('state', 403);
    else {
      request.session.state = 'abc';
      this.redirect('https://login.example/authorize?state=abc');
    }
  }
}

describe('passportRequest', () => {
  it('shows a strategy what it reads of Express, with the host of the address it was given', () => {
    const request = passportRequest({
      url: new URL('https://causeway.example/sign-in?code=1'),
      headers: new Headers({ host: 'evil.example', 'user-agent': 'x' }),
    });
    expect(request).toMatchObject({
      method: 'GET',
      url: '/sign-in?code=1',
      query: { code: '1' },
      body: {},
      connection: { encrypted: true },
      headers: { host: 'causeway.example', 'user-agent': 'x' },
    });
    expect(request.get('Host')).toBe('causeway.example');
  });

  it('reports a redirect once the response ends', () => {
    const seen: string[] = [];
    const response = passportResponse((location) => seen.push(location));
    response.setHeader('Location', 'https://login.example');
    response.end();
    expect(seen).toEqual(['https://login.example']);
  });
});

describe('authenticateWith', () => {
  strategies().use('oidc:test', new Redirecting());
  const url = (query = '') => new URL(`https://causeway.example/sign-in/oidc${query}`);

  it('follows a provider there and back with the session kept in between', async () => {
    const away = await authenticateWith('oidc:test', { url: url() });
    expect(away).toEqual({
      kind: 'redirect',
      location: 'https://login.example/authorize?state=abc',
      session: { state: 'abc' },
    });
    const session = away.kind === 'redirect' ? away.session : {};
    expect(await authenticateWith('oidc:test', { url: url('?state=abc'), session })).toMatchObject({ kind: 'success' });
  });

  it('refuses when the session is not the one that left', async () => {
    expect(await authenticateWith('oidc:test', { url: url('?state=abc') })).toEqual({ kind: 'failure', info: 'state' });
  });

  it('lets nobody in by an unknown way, nor without credentials', async () => {
    await expect(authenticateWith('oidc:nowhere', { url: url() })).rejects.toThrow('Unknown authentication strategy');
    expect(await authenticateWith('local', { url: url(), body: {} })).toMatchObject({ kind: 'failure' });
  });
});
