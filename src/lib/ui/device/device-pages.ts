/** What a page of ours says to the worker that keeps pages on the device, and what it reads of them; in the browser only. */

const WORKER = '/service-worker.js';
/** Caches of kept pages: `kept:` and whose they are. The worker names them so. */
const KEPT = 'kept:';

export interface KeptPage {
  path: string;
  title: string;
  at: Date;
}

async function activeWorker(): Promise<ServiceWorker | null> {
  if (!('serviceWorker' in navigator)) return null;
  try {
    await navigator.serviceWorker.register(WORKER);
    return (await navigator.serviceWorker.ready).active;
  } catch {
    // Forbidden, or no secure connection: the page works as others do.
    return null;
  }
}

/** Keeps the page one looks at. */
export async function keepThisPage(path: string): Promise<void> {
  (await activeWorker())?.postMessage({ kind: 'keep', path });
}

export async function forgetKeptPages(): Promise<void> {
  if (!('caches' in globalThis)) return;
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(KEPT)).map((name) => caches.delete(name)));
}

/** The newest first. */
export async function listKeptPages(): Promise<KeptPage[]> {
  if (!('caches' in globalThis)) return [];
  const names = (await caches.keys()).filter((name) => name.startsWith(KEPT));
  const pages: KeptPage[] = [];
  for (const name of names) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const kept = await cache.match(request);
      const title = decodeURIComponent(kept?.headers.get('kept-title') ?? '');
      const path = new URL(request.url).pathname;
      if (kept) pages.push({ path, title: title || path, at: new Date(Number(kept.headers.get('kept-at'))) });
    }
  }
  return pages.sort((a, b) => b.at.getTime() - a.at.getTime());
}

/** A page that was shown from the device says so above itself: not for longer than it is true. */
export function removeKeptNote(): void {
  document.querySelector('.kept-note')?.remove();
}
