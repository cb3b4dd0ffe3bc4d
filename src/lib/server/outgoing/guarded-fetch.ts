/**
 * Requests to addresses that people gave: https only, never into a private network (asked at the very moment of the
 * connection, so that a name cannot change its address in between), no redirects, little time and few bytes.
 */
import { lookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { env } from '../env';
import { isPrivateAddress } from './private-address';

export const OUTGOING_TIMEOUT_MS = 5000;
const MAX_BYTES = 512 * 1024;

/** The address may not be asked; its message names no address of ours. */
export class ForbiddenAddress extends Error {
  override name = 'ForbiddenAddress';
}

/** A test's provider listens on this machine: only where the variable says so, and never beyond. */
function isAllowedHere(hostname: string): boolean {
  return env().ALLOW_LOCAL_SIGN_ON === 'on' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(hostname);
}

/** @throws ForbiddenAddress */
export function requireOutgoing(url: URL): void {
  if (isAllowedHere(url.hostname)) return;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '')
    throw new ForbiddenAddress('only https without a password');
  if (isIP(host) !== 0 ? isPrivateAddress(host) : /(^|\.)(localhost|local|internal|home|lan)$|^[^.]+$/i.test(host))
    throw new ForbiddenAddress('a private address');
}

type LookedUp = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

function publicLookup(hostname: string, options: LookupOptions, done: LookedUp): void {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, []);
    if (addresses.length === 0 || addresses.some(({ address }) => isPrivateAddress(address)))
      return done(new ForbiddenAddress('a private address'), []);
    if (options.all) return done(null, addresses);
    done(null, addresses[0]?.address ?? '', addresses[0]?.family);
  });
}

export interface OutgoingOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Like fetch, for small answers. @throws ForbiddenAddress, or what the connection says */
export async function guardedFetch(address: string, options: OutgoingOptions = {}): Promise<Response> {
  const url = new URL(address);
  requireOutgoing(url);
  const local = isAllowedHere(url.hostname);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const body = bodyOf(options.body);
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = send(
      url,
      {
        method: options.method ?? 'GET',
        headers: { ...options.headers, ...(body === null ? {} : { 'content-length': Buffer.byteLength(body) }) },
        signal: AbortSignal.timeout(OUTGOING_TIMEOUT_MS),
        agent: false,
        ...(local ? {} : { lookup: publicLookup }),
      },
      resolve,
    );
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
  return toResponse(answer);
}

function bodyOf(body: unknown): string | null {
  if (body === undefined || body === null) return null;
  if (typeof body === 'string' || body instanceof URLSearchParams) return body.toString();
  throw new TypeError('only text is sent');
}

async function toResponse(answer: IncomingMessage): Promise<Response> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > MAX_BYTES) {
      answer.destroy();
      throw new Error('the answer is too long');
    }
    parts.push(part);
  }
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers))
    for (const each of Array.isArray(value) ? value : [value ?? '']) headers.append(name, each);
  const status = answer.statusCode ?? 502;
  const empty = status === 204 || status === 304;
  return new Response(empty ? null : Buffer.concat(parts), { status, headers });
}
