import { gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetPages, sharedAnswer, sharedFact, sharedKey } from './page-cache';

const asked = (over: Partial<Parameters<typeof sharedKey>[0]> = {}) => ({
  request: new Request('http://causeway.test/missions'),
  url: new URL('http://causeway.test/missions'),
  route: { id: '/(public)/missions' },
  isDataRequest: false,
  cookies: { getAll: () => [] as { name: string }[] },
  ...over,
});

describe('sharedKey', () => {
  it('names the page of a stranger by its whole address', () => {
    const url = new URL('http://causeway.test/fr/missions?q=air');
    expect(sharedKey(asked({ url }))).toBe(url.href);
    expect(sharedKey(asked({ cookies: { getAll: () => [{ name: 'locale' }] } }))).not.toBeNull();
  });

  it('knows what is for one reader only', () => {
    for (const name of ['session', '__Host-session', 'flash', 'device'])
      expect(sharedKey(asked({ cookies: { getAll: () => [{ name }] } })), name).toBeNull();
    for (const id of ['/(public)/sign-up', '/(public)/missions/[slug]', '/(app)/my-work', null])
      expect(sharedKey(asked({ route: { id } })), String(id)).toBeNull();
    expect(sharedKey(asked({ isDataRequest: true }))).toBeNull();
    expect(sharedKey(asked({ request: new Request('http://causeway.test/missions', { method: 'POST' }) }))).toBeNull();
  });
});

describe('sharedAnswer', () => {
  let drawn = 0;
  const page = (body = 'page ', init: ResponseInit = {}) => {
    return async () => (
      drawn++,
      new Response(body.repeat(300) + drawn, { headers: { 'content-type': 'text/html' }, ...init })
    );
  };
  const request = (encoding = '') => new Request('http://causeway.test/', { headers: { 'accept-encoding': encoding } });

  beforeEach(() => {
    forgetPages();
    drawn = 0;
  });

  it('draws once for many who ask at once, packed as each can read it', async () => {
    const answers = await Promise.all([
      sharedAnswer('a', request(), page()),
      sharedAnswer('a', request('gzip, br'), page()),
      sharedAnswer('a', request('gzip'), page()),
    ]);
    expect(drawn).toBe(1);
    expect(answers.map((answer) => answer.headers.get('content-encoding'))).toEqual([null, 'br', 'gzip']);
    const text = await answers[0]?.text();
    expect(gunzipSync(Buffer.from((await answers[2]?.arrayBuffer()) ?? new ArrayBuffer(0))).toString()).toBe(text);
    await sharedAnswer('b', request(), page());
    expect(drawn).toBe(2);
  });

  it('draws anew after a change, also when it was being drawn meanwhile', async () => {
    const early = sharedAnswer('a', request(), page());
    forgetPages();
    const late = await sharedAnswer('a', request(), page());
    await early;
    expect(await late.text()).toMatch(/2$/);
    expect(await (await sharedAnswer('a', request(), page())).text()).toMatch(/2$/);
  });

  it('keeps nothing that is for one reader: errors, cookies, form keys', async () => {
    const own: [string, ResponseInit][] = [
      ['page', { status: 503 }],
      ['page', { headers: { 'content-type': 'text/html', 'set-cookie': 'flash=' } }],
      ['<input name="_key">', {}],
    ];
    for (const [body, init] of own) {
      drawn = 0;
      const answers = await Promise.all([1, 2].map(() => sharedAnswer('a', request(), page(body, init))));
      const texts = await Promise.all(answers.map((answer) => answer.text()));
      expect(new Set(texts).size).toBe(2);
      expect(answers[1]?.status).toBe(init.status ?? 200);
      await sharedAnswer('a', request(), page(body, init));
      expect(drawn).toBe(3);
    }
  });

  it('keeps no failure', async () => {
    const failing = async () => Promise.reject(new Error('no'));
    await expect(sharedAnswer('a', request(), failing)).rejects.toThrow('no');
    expect((await sharedAnswer('a', request(), page())).status).toBe(200);
  });
});

describe('sharedFact', () => {
  it('is read once for all who ask, again after a change, and a failure is asked again', async () => {
    forgetPages();
    let read = 0;
    const ask = () => sharedFact('figures', async () => Promise.resolve(++read));
    expect(await Promise.all([ask(), ask()])).toEqual([1, 1]);
    forgetPages();
    expect(await ask()).toBe(2);
    const broken = async () => Promise.reject(new Error('no'));
    await expect(sharedFact('broken', broken)).rejects.toThrow('no');
    expect(await sharedFact('broken', async () => Promise.resolve('again'))).toBe('again');
  });
});
