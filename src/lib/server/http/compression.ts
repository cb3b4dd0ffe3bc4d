/** How an answer travels: compressed when the browser takes it and it is worth it. */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const MIN_BYTES = 600;
const COMPRESSIBLE = /^(text\/(?!event-stream)|application\/(json|xml|atom\+xml|javascript|manifest\+json)|image\/svg)/;

export type Encoding = 'br' | 'gzip';

/** Notes in the headers that the encoding matters, and says which it should be; null for as it is. */
export function encodingFor(request: Request, headers: Headers, bytes: number): Encoding | null {
  if (headers.has('Content-Encoding') || !COMPRESSIBLE.test(headers.get('Content-Type') ?? '')) return null;
  headers.append('Vary', 'Accept-Encoding');
  const accepted = request.headers.get('accept-encoding') ?? '';
  if (bytes < MIN_BYTES) return null;
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : null;
}

/** Quality 5 is within a few per cent of what pages of this size can gain in a reasonable time. */
export function packed(body: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return compressGzip(body, { level: 6 });
  return compressBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}

/** Compresses a finished answer; streams pass untouched. */
export async function compressed(request: Request, response: Response): Promise<Response> {
  const isWhole = COMPRESSIBLE.test(response.headers.get('Content-Type') ?? '');
  if (!response.body || response.status === 304 || response.headers.has('Content-Encoding') || !isWhole) {
    return response;
  }
  const body = Buffer.from(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  const encoding = encodingFor(request, headers, body.length);
  if (!encoding) return new Response(new Uint8Array(body), { status: response.status, headers });
  const smaller = await packed(body, encoding);
  headers.set('Content-Encoding', encoding);
  headers.set('Content-Length', String(smaller.length));
  return new Response(new Uint8Array(smaller), { status: response.status, headers });
}
