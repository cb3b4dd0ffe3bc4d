/** Links by mail: made when the mail is written, found by their hash, used once. */
import { now } from '$lib/server/clock';
import { op } from '$lib/server/mongo';
import { LINK_LIFE_MS } from '../../account';
import { People, type AccountLink, type LinkKind, type PersonDocument } from '../person.model';
import { hashToken, newToken } from './secret-token';

/**
 * So many links of one kind can be open at a time; whoever asks for more has enough of them in the mailbox. Tries by a
 * stranger can therefore neither fill that mailbox nor keep its owner from a working link.
 */
const MAX_OPEN = 3;
const TOKEN = /^[\w-]{16,60}$/;

/** @returns the token for the mail, or null when enough links of this kind are open */
export async function newLink(personId: string, kind: LinkKind, email: string): Promise<string | null> {
  const at = now();
  const person = await People.findById(personId).select('+links').lean<PersonDocument>();
  const open = person?.links.filter((link) => link.kind === kind && isOpen(link, at)) ?? [];
  if (!person || (kind !== 'challenge' && open.length >= MAX_OPEN)) return null;
  const token = newToken();
  const link: AccountLink = {
    hash: hashToken(token),
    kind,
    email,
    createdAt: at,
    expiresAt: new Date(at.getTime() + LINK_LIFE_MS),
    usedAt: null,
  };
  await People.updateOne({ _id: personId, state: 'active' }, { $push: { links: { $each: [link], $slice: -30 } } });
  return token;
}

export interface FoundLink {
  person: PersonDocument;
  link: AccountLink;
  state: 'open' | 'used' | 'expired';
}

/** Whose link this is, with the secrets that a device proves itself by; null for tokens that are none of ours. */
export async function findLink(kind: LinkKind, token: string, at: Date): Promise<FoundLink | null> {
  if (!TOKEN.test(token)) return null;
  const hash = hashToken(token);
  const person = await People.findOne({ 'links.hash': hash, state: 'active' })
    .select('+links +secret +secondFactor')
    .lean<PersonDocument>();
  const link = person?.links.find((candidate) => candidate.hash === hash && candidate.kind === kind);
  if (!person || !link) return null;
  return { person, link, state: link.usedAt ? 'used' : isOpen(link, at) ? 'open' : 'expired' };
}

/** The filter that lets one use of a link win: to be part of the write that does what the link is for. */
export function openLinkFilter(found: FoundLink, at: Date) {
  const open = { hash: found.link.hash, kind: found.link.kind, usedAt: null, expiresAt: { $gt: at } };
  return { _id: found.person._id, state: 'active' as const, links: op({ $elemMatch: open }) };
}

function isOpen(link: AccountLink, at: Date): boolean {
  return link.usedAt === null && link.expiresAt > at;
}
