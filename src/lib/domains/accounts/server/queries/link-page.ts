/** What the page behind a mailed link says before its button is pressed. Looking uses nothing up. */
import type { Context } from '$lib/server/context';
import { findLink } from '../links/person-links';
import type { LinkKind } from '../person.model';

export interface LinkPage {
  state: 'open' | 'used' | 'expired' | 'unknown';
  /** Whose address it proves; only for links that still open something. */
  name: string;
  email: string;
}

export async function linkPage(ctx: Context, kind: LinkKind, token: string): Promise<LinkPage> {
  const found = await findLink(kind, token, ctx.now);
  if (!found) return { state: 'unknown', name: '', email: '' };
  const confirmed = kind === 'confirm' && found.person.confirmedAt !== null;
  const state = confirmed ? 'used' : found.state;
  return state === 'open'
    ? { state, name: found.person.name, email: found.link.email }
    : { state, name: '', email: '' };
}
