/** Messages whose key is computed (error reasons, mail of a stored kind). Server only: it holds every message. */
import { m } from '$lib/paraglide/messages.js';
import type { Locale } from '$lib/shared/locale';
import { log } from './log';

type Message = (params: Record<string, unknown>, options?: { locale?: Locale }) => string;
const messages = m as unknown as Record<string, Message | undefined>;

/** The text for a key; a key without a text is logged and shown as itself, so that a page never breaks on a word. */
export function translate(key: string, locale: Locale, params: Record<string, string | number> = {}): string {
  const message = Object.hasOwn(messages, key) || key in messages ? messages[key] : undefined;
  if (typeof message !== 'function') {
    log.warn({ key }, 'message missing');
    return key;
  }
  return message(params, { locale });
}

export function hasMessage(key: string): boolean {
  return typeof messages[key] === 'function';
}
