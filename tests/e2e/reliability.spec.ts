/** REL-*: killed while people write, stopped, and cut off from its database and its search. */
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test, type APIRequestContext } from '@playwright/test';
import mongoose from 'mongoose';
import { SMTPServer } from 'smtp-server';
import { openStore } from '../../src/lib/server/embedded/store/open-store';
import { emptyFolder, freePort, killAll, signUpOverHttp, startApp, type RunningApp } from './support/running-app';

const WRITERS = 5;
const KILLS = 2;

const cleanups: (() => unknown)[] = [];
test.afterEach(async () => {
  killAll();
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** A real SMTP server that keeps what it is given. */
async function startSmtp(port: number): Promise<{ to: string; text: string }[]> {
  const mails: { to: string; text: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8').replaceAll('=\r\n', '');
        mails.push({ to: session.envelope.rcptTo[0]?.address ?? '', text });
        done();
      });
    },
  });
  // Whoever is killed in the middle of a mail leaves a broken connection behind; it comes back with the mail.
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (!['ECONNRESET', 'EPIPE'].includes(error.code ?? '')) throw error;
  });
  await new Promise<void>((done) => server.listen(port, '127.0.0.1', done));
  cleanups.push(() => new Promise<void>((done) => server.close(done)));
  return mails;
}

interface Sent {
  name: string;
  key: string;
  slug: string | null;
}

async function createOrganisation(visitor: APIRequestContext, { origin }: RunningApp, sent: Sent): Promise<void> {
  const form = {
    _key: sent.key,
    name: sent.name,
    different: 'on',
    legalForm: 'Non-profit association',
    country: 'BE',
    city: 'Namur',
    purpose: 'We protect the rivers of the valley and speak for the people beside them.',
    'causes[]': 'nature',
    'languages[]': 'en',
    proof: 'https://statutes.example/rivers.pdf',
    means: 'Membership fees and small gifts.',
  };
  const headers = { origin, accept: 'text/html' };
  const answer = await visitor.post(`${origin}/organisations/new`, { form, headers, maxRedirects: 0 });
  expect(answer.status()).toBe(303);
  sent.slug = (answer.headers()['location'] ?? '').split('/').at(-1) ?? '';
}

/** Writes until the server is gone; the last of each writer stays without an answer. */
async function writeUntilGone(visitor: APIRequestContext, app: RunningApp, all: Sent[]): Promise<void> {
  for (;;) {
    const key = crypto.randomUUID();
    const sent: Sent = { name: `Rivers ${key}`, key, slug: null };
    all.push(sent);
    try {
      await createOrganisation(visitor, app, sent);
    } catch (error) {
      if (error instanceof Error && /ECONNRE|socket hang up|aborted|EPIPE/i.test(error.message)) return;
      throw error;
    }
  }
}

test('REL-001 killed again and again while people write: nothing acknowledged is lost, nothing is there twice', async ({
  playwright,
}) => {
  test.setTimeout(180_000);
  const folder = emptyFolder();
  cleanups.push(folder.remove);
  const [port, smtpPort] = [await freePort(), await freePort()];
  const mails = await startSmtp(smtpPort);
  const mailTo = async (address: string) => {
    await expect(() => expect(mails.some(({ to }) => to === address)).toBe(true)).toPass({ timeout: 20_000 });
    return mails.find(({ to }) => to === address)?.text ?? '';
  };
  const start = () => startApp(port, { DATA_DIR: folder.path, SMTP_URL: `smtp://127.0.0.1:${smtpPort}` });
  const visitor = await playwright.request.newContext();
  const moderator = await playwright.request.newContext();
  let app = await start();
  await signUpOverHttp(visitor, app, 'mira@rivers.example', mailTo);
  await signUpOverHttp(moderator, app, 'ines@causeway.example', mailTo);
  let store = await openStore({ directory: join(folder.path, 'store') });
  expect(store.owner).toBe(false);
  let database = mongoose.createConnection(store.uri('causeway'));
  await database.asPromise();
  await database
    .collection('people')
    .updateOne({ email: 'ines@causeway.example' }, { $set: { platformRoles: ['moderator'] } });
  await database.close();
  await store.close();

  const all: Sent[] = [];
  for (let kill = 0; kill < KILLS; kill++) {
    const writers = Array.from({ length: WRITERS }, () => writeUntilGone(visitor, app, all));
    await wait(1000 + kill * 137);
    await app.kill('SIGKILL');
    await Promise.all(writers);
    app = await start();
  }
  const acknowledged = all.filter(({ slug }) => slug !== null).length;
  expect(acknowledged).toBeGreaterThan(WRITERS * KILLS);
  // A browser that had no answer sends the same form again: the one record is found or made.
  for (const sent of all.filter(({ slug }) => slug === null)) await createOrganisation(visitor, app, sent);
  for (const { slug } of all.slice(0, 5)) expect((await visitor.get(`${app.origin}/ngo/${slug}`)).status()).toBe(200);

  store = await openStore({ directory: join(folder.path, 'store') });
  database = mongoose.createConnection(store.uri('causeway'));
  await database.asPromise();
  const organisations = database.collection('organisations');
  const found = await organisations.find({}, { projection: { name: 1, slug: 1, members: 1, timeline: 1 } }).toArray();
  const byName = (list: { name: string; slug: unknown }[]) =>
    list.map(({ name, slug }) => `${name} ${String(slug)}`).sort();
  expect(byName(found as never)).toEqual(byName(all));
  for (const each of found) expect([each['members'].length, each['timeline'].length]).toEqual([1, 1]);
  await expect(async () => {
    expect(await organisations.countDocuments({ 'outbox.at': { $gt: new Date(0) } })).toBe(0);
  }).toPass({ timeout: 30_000 });
  const written = await database.collection('mails').find({ to: 'ines@causeway.example' }).toArray();
  const about = written.filter(({ text }) => /Rivers [0-9a-f-]{36}/.test(String(text)));
  expect(about.map(({ text }) => /Rivers [0-9a-f-]{36}/.exec(String(text))?.[0]).sort()).toEqual(
    all.map(({ name }) => name).sort(),
  );
  const received = mails.map(({ text }) => /^Message-ID: (.*)$/im.exec(text)?.[1]);
  expect(new Set(received).size).toBe(received.length);
  await database.close();
  await store.close();

  const stopped = await app.kill('SIGTERM');
  expect(stopped.code).toBe(0);
  expect(stopped.ms).toBeLessThan(5000);
});

test('REL-002 without database a clear page within two seconds, and back without a restart; without search a list', async ({
  playwright,
}) => {
  test.setTimeout(120_000);
  const folder = emptyFolder();
  cleanups.push(folder.remove);
  let store = await openStore({ directory: folder.path });
  cleanups.push(() => store.close());
  const environment = { MONGODB_URI: store.uri('outage'), MEILI_URL: 'http://127.0.0.1:9', DATA_DIR: folder.path };
  const app = await startApp(await freePort(), environment);
  const stranger = await playwright.request.newContext();
  const member = await playwright.request.newContext();
  const database = mongoose.createConnection(store.uri('outage'));
  await database.asPromise();
  await signUpOverHttp(member, app, 'mira@rivers.example', async (to) => {
    await expect(async () => expect(await database.collection('mails').countDocuments({ to })).toBe(1)).toPass();
    return String((await database.collection('mails').findOne({ to }))?.['text']);
  });
  await database.close();

  const health = async () => (await stranger.get(`${app.origin}/healthz`)).json() as Promise<Record<string, unknown>>;
  expect(await health()).toMatchObject({ ok: true, database: true, search: { ok: false } });
  for (const list of ['/missions', '/organisations', '/volunteers']) {
    const page = await stranger.get(app.origin + list);
    expect(page.status(), list).toBe(200);
    expect(await page.text(), list).toContain('comes straight from the database');
  }

  await store.close();
  const timed = async (ask: () => Promise<{ status(): number; text(): Promise<string> }>) => {
    const started = Date.now();
    const answer = await ask();
    return { status: answer.status(), ms: Date.now() - started, text: await answer.text() };
  };
  const headers = { origin: app.origin, accept: 'text/html' };
  const form = { email: 'mira@rivers.example', password: 'seven green umbrellas' };
  const answers = [
    await timed(() => stranger.get(`${app.origin}/missions?q=river`)),
    await timed(() => stranger.get(`${app.origin}/fr/organisations?q=eau`)),
    await timed(() => member.get(`${app.origin}/my-work`)),
    await timed(() => stranger.post(`${app.origin}/sign-in`, { form, headers, maxRedirects: 0 })),
  ];
  for (const { status, ms, text } of answers) {
    expect(status).toBe(503);
    expect(ms).toBeLessThan(2000);
    expect(text).toMatch(/<h1/);
    expect(text).not.toMatch(/Mongo|ECONN|at \w+ \(/);
  }
  expect(answers[2]?.text).toContain('We will be back shortly');
  expect((await stranger.get(`${app.origin}/healthz`)).status()).toBe(503);

  store = await openStore({ directory: folder.path });
  await expect(async () => {
    expect((await member.get(`${app.origin}/my-work`)).status()).toBe(200);
  }).toPass({ timeout: 15_000 });
  expect(await health()).toMatchObject({ ok: true, database: true });
  expect((await stranger.get(`${app.origin}/missions?q=river`)).status()).toBe(200);
  const stopped = await app.kill('SIGTERM');
  expect([stopped.code, stopped.ms < 5000]).toEqual([0, true]);
});
