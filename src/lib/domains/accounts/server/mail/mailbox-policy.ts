/** Who may read the outgoing mail, and what must be taken out of it first. */
import { isAdministrator, type Context } from '$lib/server/context';
import { env, isDemo, publicOrigin } from '$lib/server/env';

/** Demonstration data and no mail server: the mailbox stands in for the readers' own, so everybody may open it. */
export function isOpenMailbox(): boolean {
  return isDemo() && !env().SMTP_URL;
}

export function canReadMailbox(ctx: Context): boolean {
  return isOpenMailbox() || isAdministrator(ctx);
}

/** Pages whose next path segment is a secret. */
const SECRET_PATH =
  /((?:confirm(?:\/email)?|reset|unsubscribe|invitations|exchange\/[\w-]+\/(?:answer|agenda))\/)[\w.-]{16,}/g;

/**
 * On a real installation links are worth an account: an operator sees that they were sent, not where they lead.
 * @param text plain or HTML
 */
export function withoutSecrets(text: string): string {
  return isOpenMailbox() ? text : text.replaceAll(SECRET_PATH, '$1…');
}

export interface TextPart {
  text: string;
  /** Path on this site, when the text is one of our own links. */
  path: string | null;
}

/** Splits a mail's text so that the page can make links of our own addresses, and of nothing else. */
export function linkedParts(text: string): TextPart[] {
  const own = publicOrigin().replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return text
    .split(new RegExp(`(${own}/[^\\s]*)`))
    .filter((part) => part !== '')
    .map((part) => ({
      text: part,
      path: part.startsWith(`${publicOrigin()}/`) ? part.slice(publicOrigin().length) : null,
    }));
}
