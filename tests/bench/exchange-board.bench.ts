/**
 * 1,000 viewers of one board: the share of lines that arrive, how late the slowest hundredth is, and the memory of a viewer,
 * beside an event stream of bare Node with the same number of viewers.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { serveBoard } from './support/board-server';

interface Measure {
  name: string;
  ratio: number;
  limit: number;
  direction: 'at most' | 'at least';
  detail: string;
}

const VIEWERS = 1000;
const LINES = 20;
const EVERY_MS = 250;
const SERVE = 'serve-the-board';

interface Heard {
  /** Milliseconds from the line's own time to its arrival, over all viewers. */
  delays: number[];
  share: number;
  /** Bytes of the server for each viewer. */
  memory: number;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

const residentBytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;

const viewersAgent = new Agent({ maxSockets: Infinity });

/** Opens a stream and notes when each line with an id arrives. */
function view(url: string, heard: (seq: number, at: number) => void): Promise<() => void> {
  return new Promise((opened, failed) => {
    const request = get(url, { agent: viewersAgent }, (response) => {
      if (response.statusCode !== 200) return failed(new Error(`${url}: ${response.statusCode}`));
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => {
        text += part;
        const messages = text.split('\n\n');
        text = messages.pop() ?? '';
        for (const message of messages) {
          const seq = /^id: (\d+)$/m.exec(message)?.[1];
          if (seq !== undefined) heard(Number(seq), Date.now());
        }
      });
      response.on('error', () => undefined);
      opened(() => request.destroy());
    });
    request.on('error', failed);
  });
}

/** This file again, as the server: ours, or bare Node when told so. */
async function listen(mode: 'floor' | 'bare'): Promise<Heard> {
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'board-bench-'));
  const program = fileURLToPath(import.meta.url);
  const child: ChildProcess = spawn(
    process.execPath,
    [program, SERVE, mode, String(port), String(LINES), String(EVERY_MS)],
    {
      env: { ...process.env, DATA_DIR: data, MONGODB_URI: '', DEMO: 'off', LOG_LEVEL: 'error' },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    },
  );
  const said = (word: string) =>
    new Promise<Map<number, number>>((done, failed) => {
      child.once('exit', (code) => failed(new Error(`the server of the board ended with ${code}`)));
      child.on('message', (message: { word: string; written?: [number, number][] }) => {
        if (message.word === word) done(new Map(message.written ?? []));
      });
    });
  try {
    await said('ready');
    const url = `http://127.0.0.1:${port}/stream`;
    const before = residentBytes(child.pid ?? 0);
    const arrivals: [number, number][] = [];
    const leaving: (() => void)[] = [];
    for (let from = 0; from < VIEWERS; from += 50)
      leaving.push(
        ...(await Promise.all(Array.from({ length: 50 }, () => view(url, (seq, at) => arrivals.push([seq, at]))))),
      );
    const after = residentBytes(child.pid ?? 0);
    const ended = said('ended');
    child.send({ word: 'begin' });
    const written = await ended;
    await new Promise((done) => setTimeout(done, 3000));
    const delays = arrivals.flatMap(([seq, at]) => {
      const began = written.get(seq);
      return began === undefined ? [] : [at - began];
    });
    for (const leave of leaving) leave();
    delays.sort((x, y) => x - y);
    return { delays, share: delays.length / (VIEWERS * LINES), memory: Math.max(0, after - before) / VIEWERS };
  } finally {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  }
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export async function run(): Promise<Measure[]> {
  const bare = await listen('bare');
  const ours = await listen('floor');
  const words = ({ delays, memory }: Heard) =>
    `median ${at(delays, 0.5)} ms, p99 ${at(delays, 0.99)} ms, ${(memory / 1024).toFixed(0)} kB a viewer`;
  return [
    {
      name: `share of lines that reach ${VIEWERS} viewers, each once`,
      ratio: ours.share,
      limit: 1,
      direction: 'at least',
      detail: `${ours.delays.length} of ${VIEWERS * LINES}; bare ${bare.delays.length}`,
    },
    {
      name: 'the same, at most once',
      ratio: ours.share,
      limit: 1,
      direction: 'at most',
      detail: 'no line arrives twice',
    },
    {
      name: `milliseconds until a line reaches 99 of 100 of ${VIEWERS} viewers`,
      ratio: at(ours.delays, 0.99),
      limit: 2000,
      direction: 'at most',
      detail: `ours: ${words(ours)}; bare Node: ${words(bare)}`,
    },
    {
      name: 'the same over that of a bare event stream',
      ratio: at(ours.delays, 0.99) / Math.max(1, at(bare.delays, 0.99)),
      limit: 2,
      direction: 'at most',
      detail: `median ${at(ours.delays, 0.5)} ms against ${at(bare.delays, 0.5)} ms`,
    },
    {
      name: 'memory of a viewer over that of a bare event stream',
      ratio: ours.memory / Math.max(1, bare.memory),
      limit: 4,
      direction: 'at most',
      detail: `${(ours.memory / 1024).toFixed(0)} kB against ${(bare.memory / 1024).toFixed(0)} kB`,
    },
  ];
}

if (process.argv[2] === SERVE) await serveBoard(process.argv.slice(3));
