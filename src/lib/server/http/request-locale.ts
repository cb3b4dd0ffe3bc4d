/** The language of the request being answered, safe across requests that run at the same time. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { overwriteGetLocale } from '$lib/paraglide/runtime.js';
import { BASE_LOCALE, type Locale } from '$lib/shared/locale';

const storage = new AsyncLocalStorage<Locale>();
overwriteGetLocale(() => storage.getStore() ?? BASE_LOCALE);

/** Runs `work` (a request, the writing of one mail) with `m.…()` and `href()` in this language. */
export function inLocale<T>(locale: Locale, work: () => T): T {
  return storage.run(locale, work);
}
