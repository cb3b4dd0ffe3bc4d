/** Structured log, one JSON line per event; never a password, token or the text of a private message. */
import { pino } from 'pino';

export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
  base: {},
  redact: ['password', 'token', '*.password', '*.token', 'headers.cookie', 'headers.authorization'],
});
