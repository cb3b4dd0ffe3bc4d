/** A sentence that survives one redirect: what just happened, shown on the next page and then forgotten. */
import type { Cookies } from '@sveltejs/kit';

export interface Flash {
  kind: 'success' | 'info' | 'warning';
  text: string;
  /** A form of one button that takes the act back. */
  undo?: { action: string; label: string; fields: Record<string, string> };
}

const NAME = 'flash';

export function setFlash(cookies: Cookies, flash: Flash): void {
  cookies.set(NAME, Buffer.from(JSON.stringify(flash)).toString('base64url'), {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge: 60,
  });
}

export function takeFlash(cookies: Cookies): Flash | null {
  const raw = cookies.get(NAME);
  if (!raw) return null;
  cookies.delete(NAME, { path: '/' });
  try {
    const flash = JSON.parse(Buffer.from(raw, 'base64url').toString('utf8')) as Partial<Flash>;
    if (typeof flash.text !== 'string' || flash.text.length > 500) return null;
    const kind = flash.kind === 'info' || flash.kind === 'warning' ? flash.kind : 'success';
    const undo = flash.undo && /^\/(?![/\\])/.test(String(flash.undo.action)) ? { undo: flash.undo } : {};
    return { kind, text: flash.text, ...undo };
  } catch {
    // Not ours, or cut: nothing is shown.
    return null;
  }
}
