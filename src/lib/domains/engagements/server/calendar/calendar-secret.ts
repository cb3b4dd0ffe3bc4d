/** The secret in the address of a calendar: 128 random bits, of which only the hash is kept. */
import { createHash, randomBytes } from 'node:crypto';
import { publicOrigin } from '$lib/server/env';

export const newSecret = (): string => randomBytes(16).toString('hex');
export const hashOf = (secret: string): string => createHash('sha256').update(secret, 'utf8').digest('hex');
export const SECRET = /^[0-9a-f]{32}$/;

export const feedAddress = (secret: string): string => `${publicOrigin()}/calendar/${secret}.ics`;
