/** The only clock of the server, so that tests can fix it. */

let read: () => Date = () => new Date();

export function now(): Date {
  return read();
}

/** For tests and the demonstration data: fixes or moves the clock; without an argument the real one is back. */
export function setClock(source?: Date | (() => Date)): void {
  if (source === undefined) read = () => new Date();
  else if (source instanceof Date) read = () => new Date(source);
  else read = source;
}
