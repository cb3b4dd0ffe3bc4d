/** The server of the board's benchmark: our stream behind Node's http, or an event stream of bare Node, with lines written into it. */
import { createServer, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { appendToLog } from '../../../src/lib/domains/exchange/server/floor/floor-log';
import { boardStream, viewersOf } from '../../../src/lib/domains/exchange/server/floor/live';
import { startPlatform } from '../../../src/lib/server/start';
import { newId } from '../../../src/lib/shared/ids';
import { openFloor } from './open-floor';

const DEAL = {
  version: 1,
  parties: ['Riverbend Alliance', 'Quay Street Bank'],
  what: ['Three evenings in a meeting room for twelve', 'A day of advice on a lease'],
  legs: [
    { category: 'space', estimate: 300 },
    { category: 'knowledge', estimate: 900 },
  ],
};

interface Source {
  open: (response: ServerResponse) => void;
  write: () => Promise<number>;
}

function bareSource(): Source {
  const viewers = new Set<ServerResponse>();
  let seq = 0;
  return {
    open: (response) => {
      viewers.add(response);
      response.write('retry: 1000\n\n');
      response.on('close', () => viewers.delete(response));
    },
    write: () => {
      seq++;
      const line = JSON.stringify({ seq, kind: 'registered', at: new Date(), number: seq, deal: DEAL });
      for (const response of viewers) response.write(`id: ${seq}\nevent: entry\ndata: ${line}\n\n`);
      return Promise.resolve(seq);
    },
  };
}

async function floorSource(): Promise<Source> {
  await startPlatform({ jobs: false, search: false });
  const { editionId } = await openFloor(2, []);
  return {
    open: (response) => {
      const stream = boardStream(editionId, 0);
      if (!stream) return void response.writeHead(503).end();
      // As adapter-node hands an answer to the socket: chunk by chunk, with back pressure.
      Readable.fromWeb(stream as never).pipe(response);
      response.on('close', () => void viewersOf(editionId));
    },
    write: async () => {
      const entry = { kind: 'registered' as const, at: new Date(), deal: { ...DEAL, dealId: newId() } };
      const { seq } = await appendToLog(editionId, newId(), entry);
      return seq;
    },
  };
}

/** Says "ready", writes when told to begin, and says when each line was written. */
export async function serveBoard([mode, port, lines, everyMs]: readonly string[]): Promise<void> {
  const source = mode === 'bare' ? bareSource() : await floorSource();
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    source.open(response);
  });
  process.on('message', () => void writeAll());
  async function writeAll(): Promise<void> {
    const written: [number, number][] = [];
    for (let line = 0; line < Number(lines); line++) {
      const at = Date.now();
      written.push([await source.write(), at]);
      await new Promise((done) => setTimeout(done, Number(everyMs)));
    }
    process.send?.({ word: 'ended', written });
  }
  server.listen(Number(port), '127.0.0.1', 4096, () => process.send?.({ word: 'ready' }));
}
