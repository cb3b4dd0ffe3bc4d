/** The list of missions from the built server against a bare SvelteKit page, in requests a second of the same minute. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const ROUNDS = 4;
const SECONDS = 3;
const CONNECTIONS = 10;
const BARE = join(process.cwd(), 'build/bench/bare');

/** The least that SvelteKit can serve: one page with one line, as `sv create` would begin. */
const BARE_APP: Record<string, string> = {
  'package.json': '{ "name": "bare", "private": true, "type": "module" }',
  'svelte.config.js': `import adapter from '@sveltejs/adapter-node';\nexport default { kit: { adapter: adapter({ out: 'out' }) } };\n`,
  'vite.config.js': `import { sveltekit } from '@sveltejs/kit/vite';\nexport default { plugins: [sveltekit()] };\n`,
  'src/app.html':
    '<!doctype html><html lang="en"><head><meta charset="utf-8" />%sveltekit.head%</head><body><div>%sveltekit.body%</div></body></html>',
  'src/routes/+page.svelte': '<h1>Welcome to SvelteKit</h1>\n',
};

function buildBare(): void {
  for (const [file, text] of Object.entries(BARE_APP)) {
    mkdirSync(join(BARE, file, '..'), { recursive: true });
    writeFileSync(join(BARE, file), text);
  }
  const vite = join(process.cwd(), 'node_modules/vite/bin/vite.js');
  const { status, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: BARE });
  if (status !== 0) throw new Error(`the bare page was not built: ${String(stderr)}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

interface Served {
  origin: string;
  stop(): Promise<void>;
}

async function serve(program: string, environment: Record<string, string>, path: string): Promise<Served> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = { ...process.env, ...environment, PORT: String(port), HOST: '127.0.0.1', ORIGIN: origin };
  const child: ChildProcess = spawn(process.execPath, [program], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  for (let tries = 0; ; tries++) {
    const answer = await fetch(origin + path).catch(() => null);
    if (answer?.ok) break;
    if (child.exitCode !== null || tries > 1500) throw new Error(`${program} does not serve ${path}`);
    await new Promise((done) => setTimeout(done, 200));
  }
  return { origin, stop: () => (child.kill('SIGTERM'), ended) };
}

/** Requests a second, as a browser asks. `vary` makes every address a new one, so that nothing can be kept of it. */
async function rate(origin: string, path: string, seconds: number, vary = false): Promise<number> {
  let asked = 0;
  const result = await autocannon({
    url: origin + path,
    connections: CONNECTIONS,
    duration: seconds,
    headers: { 'accept-encoding': 'gzip, deflate, br' },
    ...(vary
      ? {
          requests: [
            { setupRequest: (request) => ({ ...request, path: `${path}?visit=${Math.random()}-${asked++}` }) },
          ],
        }
      : {}),
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${path} failed ${result.non2xx + result.errors} times`);
  return result.requests.average;
}

export async function run(): Promise<Measure[]> {
  if (!existsSync('build/app/index.js')) throw new Error('run "npm run build" first');
  const data = mkdtempSync(join(tmpdir(), 'pages-bench-'));
  const running: Served[] = [];
  try {
    buildBare();
    const bare = await serve(join(BARE, 'out/index.js'), {}, '/');
    running.push(bare);
    const environment = { DATA_DIR: data, DEMO: 'on', LOG_LEVEL: 'warn', MONGODB_URI: '', MEILI_URL: '', SMTP_URL: '' };
    const ours = await serve('build/cli/start.js', environment, '/missions');
    running.push(ours);
    const page = await (await fetch(`${ours.origin}/missions`)).text();
    const cards = (page.match(/<article/g) ?? []).length;
    if (cards !== 20) throw new Error(`the list shows ${cards} missions rather than 20`);
    await rate(bare.origin, '/', 2);
    await rate(ours.origin, '/missions', 2);
    // In turn and the best of each, so that other work of the machine does not count.
    let [least, list] = [0, 0];
    for (let round = 0; round < ROUNDS; round++) {
      least = Math.max(least, await rate(bare.origin, '/', SECONDS));
      list = Math.max(list, await rate(ours.origin, '/missions', SECONDS));
    }
    const fresh = await rate(ours.origin, '/missions', SECONDS, true);
    return [
      {
        name: 'list page of 20 missions, requests a second over those of a bare SvelteKit page',
        ratio: list / least,
        limit: 0.35,
        direction: 'at least',
        detail: `${list.toFixed(0)} against ${least.toFixed(0)}; ${fresh.toFixed(0)} where every address is new and nothing is kept`,
      },
    ];
  } finally {
    await Promise.all(running.map(({ stop }) => stop()));
    rmSync(data, { recursive: true, force: true });
  }
}
