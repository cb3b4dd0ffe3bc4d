/** Posts a form to an action of a page, as a browser would, and says how it was answered. */
import { isActionFailure, isRedirect, type Cookies, type RequestEvent } from '@sveltejs/kit';
import { inLocale } from '../../src/lib/server/http/request-locale';
import type { Context } from '../../src/lib/server/context';
import type { FormAnswer } from '../../src/lib/server/boundary';
import { asStranger } from './contexts';

export interface SetCookie {
  value: string;
  options: Record<string, unknown>;
}

export interface Posted {
  status: number;
  /** Where a success leads. */
  location: string | null;
  failure: FormAnswer | null;
  cookies: Map<string, SetCookie>;
}

export interface PostOptions {
  url?: string;
  params?: Record<string, string>;
  ctx?: Context;
  cookies?: Record<string, string>;
  headers?: Record<string, string>;
}

/** `body` is a form's fields, or a raw body with its content type in the headers. */
export async function postForm(
  action: ((event: never) => unknown) | undefined,
  body: Record<string, string> | string | FormData,
  options: PostOptions = {},
): Promise<Posted> {
  if (!action) throw new Error('no such action');
  const url = new URL(options.url ?? 'http://causeway.test/');
  const set = new Map<string, SetCookie>();
  const ctx = options.ctx ?? asStranger();
  const request = new Request(url, {
    method: 'POST',
    headers: { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0', ...options.headers },
    body: typeof body === 'string' || body instanceof FormData ? body : new URLSearchParams(body),
  });
  const event = {
    url,
    request,
    params: options.params ?? {},
    locals: { ctx, locale: ctx.locale, path: url.pathname },
    cookies: jar(set, options.cookies ?? {}),
  } as unknown as RequestEvent;
  try {
    const answer: unknown = await inLocale(ctx.locale, () => action(event as never));
    const failure = isActionFailure(answer) ? (answer.data as unknown as FormAnswer) : null;
    return { status: isActionFailure(answer) ? answer.status : 200, location: null, failure, cookies: set };
  } catch (thrown) {
    if (!isRedirect(thrown)) throw thrown;
    return { status: thrown.status, location: thrown.location, failure: null, cookies: set };
  }
}

function jar(set: Map<string, SetCookie>, given: Record<string, string>): Cookies {
  return {
    get: (name: string) => set.get(name)?.value ?? given[name],
    getAll: () => Object.entries(given).map(([name, value]) => ({ name, value })),
    set: (name: string, value: string, options: Record<string, unknown>) => void set.set(name, { value, options }),
    delete: (name: string, options: Record<string, unknown>) => void set.set(name, { value: '', options }),
    serialize: () => '',
  } as unknown as Cookies;
}
