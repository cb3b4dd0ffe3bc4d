/** The worker thread: opens the files, listens on the socket, answers until it is told to stop. */
import { chmodSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { dispatch } from './commands/dispatch';
import type { Store } from './commands/context';
import { Cursors } from './commands/cursors';
import { Catalog } from './storage/catalog';
import { Documents } from './storage/documents';
import { Engine } from './storage/engine';
import { Gate } from './storage/gate';
import { serve } from './wire/connection';

const { directory, socketPath, gate, disposable } = workerData as {
  directory: string;
  socketPath: string | null;
  gate: SharedArrayBuffer;
  disposable: boolean;
};

const engine = new Engine(directory, new Gate(gate), disposable);
const catalog = new Catalog(engine);
const store: Store = { engine, catalog, documents: new Documents(engine, catalog), cursors: new Cursors() };
const sockets = new Set<Socket>();

const server = createServer((socket) => {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket));
  socket.setNoDelay(true);
  serve(socket, (request) => dispatch(store, request));
});

server.on('error', (error) => {
  throw error;
});

function listening(): void {
  if (socketPath) chmodSync(socketPath, 0o600);
  const address = server.address();
  parentPort?.postMessage({ port: typeof address === 'object' && address ? address.port : null });
}

if (socketPath) {
  // Left by a process that was killed: whoever starts this worker owns the directory.
  rmSync(socketPath, { force: true });
  server.listen(socketPath, listening);
} else {
  server.listen(0, '127.0.0.1', listening);
}

parentPort?.once('message', () => {
  server.close();
  for (const socket of sockets) socket.destroy();
  void engine.close().then(() => parentPort?.close());
});
