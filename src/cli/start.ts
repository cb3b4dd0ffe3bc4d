/** `npm start`: puts the demonstration data in place when the store is empty, says where to go, and serves. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { env, isDemo, readEnv } from '$lib/server/env';
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '$lib/domains/accounts/server/demo-accounts';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** Says what is going on once it has taken two seconds. */
async function saying<T>(what: string, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => console.log(`${what} …`), 2000);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** A process of its own, so that its memory and its connection end with it. */
function prepareData(): Promise<number> {
  const child = spawn(process.execPath, [here('./seed.js'), '--if-empty'], { stdio: 'inherit' });
  return new Promise((done) => child.on('close', (code) => done(code ?? 1)));
}

function sayWhere(port: number): void {
  const { ORIGIN, SMTP_URL, MONGODB_URI, MEILI_URL } = env();
  const address = ORIGIN ?? `http://localhost:${port}`;
  const lines = [``, `Causeway is at ${address}`];
  if (isDemo()) {
    lines.push(``, `Demonstration accounts (password ${DEMO_PASSWORD}):`);
    const width = Math.max(...DEMO_ACCOUNTS.map((account) => account.email.length));
    for (const account of DEMO_ACCOUNTS) lines.push(`  ${account.email.padEnd(width)}  ${account.description}`);
  }
  if (!SMTP_URL) lines.push(``, `Mail is not sent but kept: ${address}/operator/mailbox`);
  lines.push(
    ``,
    `Store: ${MONGODB_URI ? 'MongoDB' : 'embedded'}. Search: ${MEILI_URL ? 'Meilisearch' : 'embedded'}. Stop with Ctrl+C.`,
    ``,
  );
  console.log(lines.join('\n'));
}

/**
 * Browsers open connections ahead of need. Node takes one that never carried a request for busy, and a stop would wait
 * for it until SHUTDOWN_TIMEOUT.
 */
function closeUnusedAtStop(http: Server): void {
  const unused = new Set<Socket>();
  http.on('connection', (socket) => {
    unused.add(socket);
    socket.once('close', () => unused.delete(socket));
  });
  http.on('request', ({ socket }) => unused.delete(socket));
  const close = () => {
    for (const socket of unused) socket.destroy();
  };
  process.once('SIGTERM', close);
  process.once('SIGINT', close);
}

readEnv(process.env);
const port = env().PORT;
if (!process.env.ORIGIN) {
  // adapter-node takes https for granted without an ORIGIN and would refuse every form posted over http.
  process.env.PROTOCOL_HEADER ??= 'x-forwarded-proto';
  process.env.ORIGIN = `http://localhost:${port}`;
  if (process.env.NODE_ENV === 'production')
    console.warn('ORIGIN is not set: links and forms work on http://localhost only.');
}
process.env.HOST ??= '127.0.0.1';
process.env.PORT = String(port);
// Room for one upload of 10 MB with its form; every form that takes no file is held to 2 MB in the application.
process.env.BODY_SIZE_LIMIT ??= '12M';
process.env.SHUTDOWN_TIMEOUT ??= '5';
// Longer than a proxy keeps a connection that nobody uses (a minute, mostly): the last request on it would be lost.
process.env.KEEP_ALIVE_TIMEOUT ??= '65';

const app = here('../app/index.js');
if (!existsSync(app)) {
  console.error('The application is not built yet: run `npm run build`.');
  process.exit(1);
}
const prepared = await saying('Looking at the data', prepareData());
if (prepared !== 0) process.exit(prepared);
const { server } = await saying(
  'Starting the server and building its search index',
  import(pathToFileURL(app).href) as Promise<{ server: { server: Server } }>,
);
closeUnusedAtStop(server.server);
sayWhere(port);
