/**
 * A command fails when its connection closes. The driver (7.8 and 7.9) waits for a socket to drain that will not take what
 * is written; where the socket was given up a moment before, and nobody knows yet, that is never, and whoever waits for the
 * command waits for good: a page, or every job of the process.
 */
import { createRequire } from 'node:module';

interface Connection {
  error: Error | null;
  once(event: 'close', listener: () => void): unknown;
  off(event: 'close', listener: () => void): unknown;
}
type WriteCommand = (this: Connection, ...args: unknown[]) => Promise<void>;
interface DriverModule {
  Connection: { prototype: { writeCommand: WriteCommand } };
}

const guarded = Symbol.for('causeway.failWithConnection');

/** Safe to call again. @throws when the driver is built otherwise than it was: this file has to follow it then */
export function failWithConnection(): void {
  // The driver that the library itself uses, wherever it is installed.
  const ofLibrary = createRequire(createRequire(import.meta.url).resolve('mongoose'));
  const { prototype } = (ofLibrary('mongodb/lib/cmap/connection.js') as DriverModule).Connection;
  const write = prototype.writeCommand as WriteCommand | undefined;
  if (!write)
    throw new Error('the database driver writes its commands in another way than fail-with-connection.ts knows');
  if (guarded in write) return;
  const guard: WriteCommand = async function (...args) {
    let onClose = (): void => undefined;
    const closed = new Promise<never>((_resolve, reject) => {
      onClose = () => reject(this.error ?? new Error('the connection to the database closed'));
      this.once('close', onClose);
    });
    try {
      await Promise.race([write.apply(this, args), closed]);
    } finally {
      this.off('close', onClose);
    }
  };
  prototype.writeCommand = Object.assign(guard, { [guarded]: true });
}
