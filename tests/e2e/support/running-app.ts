/** The built application as a process of its own, to be killed, stopped and started again, on a folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';

export interface RunningApp {
  origin: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ code: number | null; ms: number }>;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

export function emptyFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'causeway-e2e-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const running = new Set<ChildProcess>();

/** For the end of a test that failed half-way. */
export function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

export async function startApp(port: number, environment: Record<string, string>): Promise<RunningApp> {
  const origin = `http://localhost:${port}`;
  const clean = { MONGODB_URI: '', MEILI_URL: '', SMTP_URL: '', DEMO: 'off', LOG_LEVEL: 'fatal', ORIGIN: origin };
  const child = spawn(process.execPath, ['build/cli/start.js'], {
    env: { ...process.env, ...clean, PORT: String(port), ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  running.add(child);
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      running.delete(child);
      done(code);
    }),
  );
  await expect(async () => {
    expect(child.exitCode, 'it runs').toBeNull();
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  }).toPass({ timeout: 60_000, intervals: [100] });
  const kill: RunningApp['kill'] = async (signal) => {
    const started = Date.now();
    child.kill(signal);
    return { code: await ended, ms: Date.now() - started };
  };
  return { origin, kill };
}

const PASSWORD = 'seven green umbrellas';

/** Signs up and confirms by the link that `mailTo` finds; the visitor is signed in afterwards. */
export async function signUpOverHttp(
  visitor: APIRequestContext,
  { origin }: RunningApp,
  email: string,
  mailTo: (address: string) => Promise<string>,
): Promise<void> {
  const post = (path: string, form: Record<string, string>) =>
    visitor.post(origin + path, { form, headers: { origin, accept: 'text/html' }, maxRedirects: 0 });
  const fields = { name: 'Mira Vantongeren', email, password: PASSWORD, intent: 'both', locale: 'en' };
  expect((await post('/sign-up', fields)).status()).toBe(303);
  const [, token = ''] = /\/confirm\/([\w-]{16,})/.exec(await mailTo(email)) ?? [];
  expect((await post(`/confirm/${token}?/confirm`, {})).status()).toBe(303);
  expect((await visitor.get(`${origin}/account`, { maxRedirects: 0 })).status()).toBe(200);
}
