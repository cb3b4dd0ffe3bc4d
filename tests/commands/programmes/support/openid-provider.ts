/** A real OpenID provider for tests, with people who are let in at once; and a browser that follows its redirects. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

// It reminds of what a provider that people rely on has to be given: keys, a store, lives of tokens, a newer runtime.
for (const level of ['info', 'warn'] as const) {
  const say = console[level].bind(console);
  console[level] = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('oidc-provider ')) say(...words);
  };
}
const { default: Provider } = await import('oidc-provider');

export interface TestPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
}

export interface TestProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Whom the next visit is let in as; null: turned away. */
  letIn(person: TestPerson | null): void;
  /** How it behaves from now on. */
  behave(how: 'well' | 'wrongly' | 'never'): void;
  stop(): Promise<void>;
}

const CLIENT = { clientId: 'causeway', clientSecret: 'a secret of thirty characters!' };

export async function startProvider(callback: string): Promise<TestProvider> {
  let person: TestPerson | null = null;
  let how: 'well' | 'wrongly' | 'never' = 'well';
  const server: Server = createServer((request, response) => {
    void answer(request, response).catch(() => response.writeHead(500).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const people = new Map<string, TestPerson>();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [callback],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    cookies: { keys: ['test'] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({
        clientId: CLIENT.clientId,
        accountId: ctx.oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
  provider.on('server_error', () => undefined);
  const handle = provider.callback();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '';
    if (how === 'never') return;
    if (how === 'wrongly' && path.startsWith('/token')) {
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"access_token":"x","token_type":"bearer"}');
      return;
    }
    if (!path.startsWith('/interaction/')) return void (await handle(request, response));
    const result = person
      ? { login: { accountId: person.sub } }
      : { error: 'access_denied', error_description: '<b>no</b>' };
    if (person) people.set(person.sub, person);
    await provider.interactionFinished(request, response, result);
  }

  return {
    issuer,
    ...CLIENT,
    letIn: (next) => {
      person = next;
    },
    behave: (next) => {
      how = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Follows redirects with a jar of its own until one leads to `until`; returns that address. */
export async function browse(from: string, until: string): Promise<URL> {
  const jar = new Map<string, string>();
  let address = from;
  for (let step = 0; step < 12; step++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      jar.set(name, value.join('='));
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${address} answered ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    address = new URL(location, address).href;
    if (address.startsWith(until)) return new URL(address);
  }
  throw new Error('the provider leads in a circle');
}
