/** Cross-site request forgery: every unsafe request must come from our own pages, whatever its content type. */

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * True when the request may change something. `Origin` decides where it is sent; a browser that sends none must say
 * `Sec-Fetch-Site: same-origin`. One-click unsubscription by mail programs (RFC 8058) carries its own secret.
 */
export function isOwnRequest(request: Request, ownOrigin: string): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const origin = request.headers.get('origin');
  if (origin !== null) return origin === ownOrigin;
  return request.headers.get('sec-fetch-site') === 'same-origin';
}
