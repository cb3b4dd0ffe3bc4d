/** The page for when not even the frame of a page can be drawn: the database does not answer and somebody is signed in. */
import { createHash } from 'node:crypto';
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/shared/locale';

const STYLE =
  ":root{color-scheme:light dark}body{max-width:36rem;margin:20vh auto;padding:0 1.5rem;font:1.0625rem/1.55 -apple-system,'Segoe UI',Roboto,Arial,sans-serif;color:light-dark(#1d1b16,#ece6da);background:light-dark(#fbf8f1,#12191b)}h1{font:520 2rem/1.15 Georgia,serif}a{color:light-dark(#0a535f,#83cfd2)}";
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

/** Plain sentences in the reader's language, with nothing to load. */
export function outagePage(locale: Locale): Response {
  const title = m.ui_error_503_title({}, { locale });
  const body = `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · Causeway</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${m.ui_error_503_text({}, { locale })}</p><p><a href="">${m.ui_error_try_again({}, { locale })}</a></p></main></body></html>`;
  const headers = { 'Content-Type': 'text/html', 'Content-Security-Policy': POLICY, 'Retry-After': '10' };
  return new Response(body, { status: 503, headers });
}
