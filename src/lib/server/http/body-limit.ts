/** How much a request may bring: uploads travel as multipart forms, everything else is small. */

const MAX_BODY_BYTES = 2_000_000;
const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * 411 for a body of unknown length, 413 for a large one that is no multipart form; null otherwise. Whether a large form may
 * come is for its action to say, which knows whether it takes a file.
 */
export function bodyRefusal(request: Request): 411 | 413 | null {
  if (SAFE_METHODS.has(request.method)) return null;
  const length = request.headers.get('content-length');
  if (length === null) return request.headers.has('transfer-encoding') ? 411 : null;
  const isMultipart = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
  return Number(length) > MAX_BODY_BYTES && !isMultipart ? 413 : null;
}
