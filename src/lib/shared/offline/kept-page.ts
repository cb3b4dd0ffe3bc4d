/** A page that the device kept, as text: what it needs, its name, and what is changed before it is shown. Pure. */
import { INTL_TAGS, type Locale } from '../locale';

/** Files with a name of their own content that a page needs, from its text and its `Link` header, as paths. */
export function assetsOf(html: string, link = ''): string[] {
  const found = `${html}\n${link}`.matchAll(/_app\/immutable\/[\w./-]+\.\w+/g);
  return [...new Set([...found].map(([path]) => `/${path}`))];
}

export function titleOf(html: string): string {
  const [, title = ''] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  return title.replace(/ · Causeway$/, '');
}

/** Keys of forms, in the form itself and in the data of the script that takes the page over. */
const FORM_KEYS = [/<input\b[^>]*\bname="_key"[^>]*\bvalue="([\w-]{16,64})"/g, /\bformKey"?:\s?"([\w-]{16,64})"/g];

/**
 * Each showing has form keys of its own: with a key that was used already, the server would take the next thing she sends for
 * the one before, sent twice.
 */
export function withFreshKeys(html: string, newKey: () => string): string {
  const used = new Set(FORM_KEYS.flatMap((shape) => [...html.matchAll(shape)].map(([, key = '']) => key)));
  let fresh = html;
  for (const key of used) fresh = fresh.replaceAll(key, newKey());
  return fresh;
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

/** Of when a copy is: the time, and the day when it is another one. */
export function timeWords(at: Date, locale: Locale): string {
  const isToday = at.toDateString() === new Date().toDateString();
  const day = isToday ? {} : ({ day: 'numeric', month: 'long' } as const);
  return new Intl.DateTimeFormat(INTL_TAGS[locale], { ...day, hour: '2-digit', minute: '2-digit' }).format(at);
}

/** Beside the application, so that the script that takes the page over finds it as the server drew it. */
export function withNote(html: string, said: string, path: string, again: string): string {
  const link = `<a href="${escaped(path)}">${escaped(again)}</a>`;
  const note = `<p class="kept-note" role="status"><strong>${escaped(said)}</strong> ${link}</p>`;
  return html.replace(/<body[^>]*>/, (body) => body + note);
}

/** Shows the parts of the page without connection that are for this case; all others stay hidden. */
export function withParts(html: string, shown: readonly string[]): string {
  return html.replace(/<(\w+)([^>]*?) data-when="(\w+)"([^>]*)>/g, (_, tag: string, before, name: string, after) => {
    const rest = `${String(before)}${String(after)}`.replace(/ hidden(="")?/, '');
    return `<${tag} data-when="${name}"${rest}${shown.includes(name) ? '' : ' hidden'}>`;
  });
}

interface KeptItem {
  path: string;
  title: string;
  time: string;
}

export function withList(html: string, items: readonly KeptItem[]): string {
  const lines = items.map(({ path, title, time }) => {
    const link = `<a href="${escaped(path)}">${escaped(title || path)}</a>`;
    return `<li>${link} <span class="muted small">${escaped(time)}</span></li>`;
  });
  return html.replace(/(<ul[^>]* data-kept[^>]*>)[\s\S]*?<\/ul>/, (_, open: string) => `${open}${lines.join('')}</ul>`);
}

/** The link that tries again leads to where she wanted to go. */
export function withAgain(html: string, target: string): string {
  return html.replace(/<a\b[^>]*\bdata-again\b[^>]*>/, (link) =>
    link.replace(/\bhref="[^"]*"/, `href="${escaped(target)}"`),
  );
}
