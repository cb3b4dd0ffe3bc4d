/** The stream of a board: every line once, also when it is cut in the middle of one; a gong pressed twice; what waits before it. */
import { createServer } from 'node:http';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { counted, EMPTY_TALLY, totalsOf, type BoardEntry } from '../../../src/lib/domains/exchange/board/tally';
import { registerDeal } from '../../../src/lib/domains/exchange/server/commands/deals/register-deal';
import { moveEdition } from '../../../src/lib/domains/exchange/server/commands/editions/move-edition';
import { FloorLog, logAfter } from '../../../src/lib/domains/exchange/server/floor/floor-log';
import { boardStream, endStreams, viewersOf } from '../../../src/lib/domains/exchange/server/floor/live';
import { boardPage, tallyOf } from '../../../src/lib/domains/exchange/server/queries/board';
import { atOnce } from '../../support/at-once';
import { asStranger } from '../../support/contexts';
import { drainAll } from '../../support/drain';
import {
  createEdition,
  createRegistration,
  type CreatedEdition,
  type CreatedRegistration,
} from '../../support/factories/exchange';
import { createDeal } from '../../support/factories/exchange-deals';

afterEach(drainAll);

let edition: CreatedEdition;
let sides: CreatedRegistration[];
beforeAll(async () => {
  edition = await createEdition();
  sides = [await createRegistration(edition), await createRegistration(edition)];
});

/** Reads as a browser does: whole messages only, and remembers the id of the last. */
async function readUntil(
  stream: ReadableStream<Uint8Array>,
  enough: (entries: BoardEntry[]) => boolean,
): Promise<{ entries: BoardEntry[]; last: number }> {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  const entries: BoardEntry[] = [];
  let text = '';
  let last = 0;
  while (!enough(entries)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += decoder.decode(value, { stream: true });
    const messages = text.split('\n\n');
    text = messages.pop() ?? '';
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data === undefined) continue;
      entries.push(JSON.parse(data) as BoardEntry);
      last = Number(/^id: (\d+)$/m.exec(message)?.[1]);
    }
  }
  await reader.cancel();
  return { entries, last };
}

/** Cuts a stream after so many bytes, wherever that is. */
function cutAfter(stream: ReadableStream<Uint8Array>, most: number): ReadableStream<Uint8Array> {
  let left = most;
  const cut = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      controller.enqueue(chunk.subarray(0, left));
      left -= chunk.length;
      if (left <= 0) controller.terminate();
    },
  });
  return stream.pipeThrough(cut);
}

const open = (after: number) => {
  const stream = boardStream(edition.id, after);
  if (!stream) throw new Error('no stream');
  return stream;
};

it('waits for the gong, which pressed twice, also by two, sounds once', async () => {
  expect((await boardPage(asStranger(), edition.slug)).tally).toEqual(EMPTY_TALLY);
  const organiser = await edition.byOrganiser();
  const presses = await atOnce([1, 2, 3].map(() => () => moveEdition(organiser, edition.slug, 'open_floor')));
  expect(presses.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
  await drainAll();
  expect((await logAfter(edition.id, 0)).map(({ kind }) => kind)).toEqual(['gong_opened']);
  await moveEdition(organiser, edition.slug, 'close_floor');
  await moveEdition(organiser, edition.slug, 'close_floor');
  await moveEdition(organiser, edition.slug, 'open_floor');
  await drainAll();
  expect((await logAfter(edition.id, 0)).map(({ kind }) => kind)).toEqual([
    'gong_opened',
    'gong_closed',
    'gong_opened',
  ]);
  expect((await boardPage(asStranger(), edition.slug)).tally.isOpen).toBe(true);
});

it('brings each line once however often and wherever it is cut, also of another process', async () => {
  const waiting = [];
  for (let deal = 0; deal < 4; deal++) waiting.push(await createDeal(edition, sides, { state: 'confirmed' }));
  const before = (await logAfter(edition.id, 0)).length;
  const writing = (async () => {
    const ctx = await edition.byOrganiser();
    for (const { id } of waiting) await registerDeal(ctx, { deal: id });
  })();
  const seen: number[] = [];
  let tally = EMPTY_TALLY;
  let last = 0;
  for (let bytes = 40; seen.length < before + waiting.length; bytes += 300) {
    const left = before + waiting.length - seen.length;
    const part = await readUntil(cutAfter(open(last), bytes), (entries) => entries.length >= left);
    seen.push(...part.entries.map(({ seq }) => seq));
    tally = counted(tally, part.entries);
    last = part.last || last;
  }
  await writing;
  expect(seen).toEqual(seen.map((_, index) => index + 1));
  expect(totalsOf(tally)).toEqual(totalsOf(await tallyOf(edition.id)));
  expect(viewersOf(edition.id)).toBe(0);
});

it('hands a new line to every viewer, resumes for a browser by its last id, and ends when it is told to', async () => {
  const start = (await logAfter(edition.id, 0)).length;
  const server = createServer((request, response) => {
    const stream = open(Number(request.headers['last-event-id'] ?? start));
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    // As the real server does: who goes is gone.
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const socket = new WritableStream({
      write: (chunk: Uint8Array) => void response.write(chunk),
      close: () => void response.end(),
    });
    stream.pipeTo(socket, { signal: gone.signal }).catch(() => undefined);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
  const follow = async (headers: Record<string, string>, count: number) => {
    const { body } = await fetch(origin, { headers });
    return body ? readUntil(body, (entries) => entries.length >= count) : null;
  };
  const viewers = Array.from({ length: 8 }, () => follow({}, 1));
  await expect.poll(() => viewersOf(edition.id), { timeout: 15_000 }).toBe(8);
  // As another process would write it: straight into the log's collection.
  const line = {
    editionId: edition.id,
    seq: start + 1,
    key: 'elsewhere',
    kind: 'gong_closed' as const,
    at: new Date(),
  };
  await FloorLog.create({ ...line, number: null, numbered: 4, deal: null });
  const got = await Promise.all(viewers);
  expect(got.map((one) => one?.entries.map(({ seq }) => seq))).toEqual(viewers.map(() => [start + 1]));
  expect((await follow({ 'last-event-id': String(start - 2) }, 3))?.entries.map(({ seq }) => seq)).toEqual([
    start - 1,
    start,
    start + 1,
  ]);
  // The others are known to have gone: one of them would be taken for the last.
  await expect.poll(() => viewersOf(edition.id), { timeout: 15_000 }).toBe(0);
  const last = follow({}, 99);
  await expect.poll(() => viewersOf(edition.id), { timeout: 15_000 }).toBe(1);
  endStreams();
  expect((await last)?.entries).toHaveLength(1);
  // A client may hold a connection that it never used: the server would wait for its first request.
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});
