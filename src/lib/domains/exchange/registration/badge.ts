/** Reads what a scanner typed: the address on a badge, or its code alone. Pure. */

export interface ReadBadge {
  /** Of the edition that the address names; null for a code alone. */
  slug: string | null;
  delegateId: string;
  signature: string;
}

const CODE = /^([0-9a-z]{20})\.([\w-]{10})$/;
const ADDRESS = /\/exchange\/([\w-]{1,80})\/door\?(?:[^#]*&)?code=([^&#\s]+)/;

/** Null for what is no badge at all. Hand scanners may send spaces and line ends around it. */
export function readBadge(text: string): ReadBadge | null {
  const given = text.trim().slice(0, 500);
  const [, slug = null, inAddress] = ADDRESS.exec(given) ?? [];
  const [, delegateId, signature] = CODE.exec(inAddress ?? given) ?? [];
  return delegateId && signature ? { slug, delegateId, signature } : null;
}

/** Which sides a badge shows: what its organisation brings to the floor. */
export function sidesOf(items: readonly { side: 'offer' | 'request' }[]): ('offer' | 'request')[] {
  return (['offer', 'request'] as const).filter((side) => items.some((item) => item.side === side));
}
