/** What Passport's strategies read of an Express request and write to its response, made from ours. */

export interface AuthenticationRequest {
  url: URL;
  headers?: Headers;
  /** The posted form, parsed. */
  body?: Record<string, string>;
  /** What the strategy kept when it sent the browser to a provider (state, PKCE verifier); empty at first. */
  session?: Record<string, unknown>;
}

export interface PassportRequest {
  method: string;
  url: string;
  originalUrl: string;
  protocol: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  body: Record<string, string>;
  connection: { encrypted: boolean };
  session: Record<string, unknown>;
  get(name: string): string | undefined;
}

/** Address and host come from the configured origin's URL that the caller gives, never from a Host header. */
export function passportRequest({ url, headers, body, session }: AuthenticationRequest): PassportRequest {
  const given = { ...Object.fromEntries(headers ?? []), host: url.host };
  return {
    method: body ? 'POST' : 'GET',
    url: url.pathname + url.search,
    originalUrl: url.pathname + url.search,
    protocol: url.protocol.replace(':', ''),
    headers: given,
    query: Object.fromEntries(url.searchParams),
    body: body ?? {},
    connection: { encrypted: url.protocol === 'https:' },
    session: session ?? {},
    get: (name) => (given as Record<string, string>)[name.toLowerCase()],
  };
}

/** `redirected` is called with the target when the strategy ends the response with one. */
export function passportResponse(redirected: (location: string) => void) {
  const headers = new Map<string, string>();
  return {
    statusCode: 200,
    setHeader: (name: string, value: string) => void headers.set(name.toLowerCase(), value),
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    end: () => {
      const location = headers.get('location');
      if (location) redirected(location);
    },
  };
}
