/** One client's connection: cuts the stream into messages and answers them in order. */
import type { Socket } from 'node:net';
import { CommandError } from '../command-error';
import type { Doc } from '../values/document';
import { parse, reply, type Request } from './message';

/** MongoDB's limit, and a little for headers. */
const MAX_MESSAGE = 48_000_000 + 16_384;

type Answer = (request: Request) => Doc | Buffer | Promise<Doc | Buffer>;

export function serve(socket: Socket, answer: Answer): void {
  let chunks: Buffer[] = [];
  let size = 0;
  let needed = 4;
  let turn = Promise.resolve();

  const take = (): void => {
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size);
    let at = 0;
    needed = 4;
    while (all.length - at >= 4) {
      const length = all.readInt32LE(at);
      if (length < 16 || length > MAX_MESSAGE) {
        socket.destroy();
        return;
      }
      if (all.length - at < length) {
        needed = length;
        break;
      }
      const message = all.subarray(at, at + length);
      turn = turn.then(() => respond(socket, message, answer));
      at += length;
    }
    chunks = at < all.length ? [all.subarray(at)] : [];
    size = all.length - at;
  };

  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= needed) take();
  });
  // A client that goes away is no business of ours; 'close' follows.
  socket.on('error', () => socket.destroy());
}

async function respond(socket: Socket, message: Buffer, answer: Answer): Promise<void> {
  let request: Request;
  try {
    request = parse(message);
  } catch {
    // Without a readable request there is nothing to answer to.
    socket.destroy();
    return;
  }
  let body: Doc | Buffer;
  try {
    body = await answer(request);
  } catch (error) {
    body = failure(error);
  }
  if (!request.silent && !socket.destroyed) socket.write(reply(request, body));
}

export function failure(error: unknown): Doc {
  if (error instanceof CommandError) {
    return { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.extra };
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { ok: 0, errmsg: `the embedded store failed: ${text}`, code: 8, codeName: 'UnknownError' };
}
