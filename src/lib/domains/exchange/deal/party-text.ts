/** What a broker types or scans for a side of a deal, read: an organisation's name, or the code of its badge. Pure. */
import { readBadge } from '../registration/badge';

export interface KnownParty {
  id: string;
  name: string;
  /** Delegates: what stands on their badges. */
  delegates?: readonly string[];
}

export type PartyRefusal =
  | 'intake_refusal_party_none'
  | 'intake_refusal_party_many'
  | 'intake_refusal_badge_other'
  | 'intake_refusal_badge_unknown';

export type PartyRead = { party: KnownParty; by: 'name' | 'badge' } | { reason: PartyRefusal; names: string[] };

const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Reads a badge of this edition, a full name, the beginning of a name that no other has, or part of one. */
export function readParty(text: string, slug: string, known: readonly KnownParty[]): PartyRead {
  const typed = text.trim();
  const badge = readBadge(typed);
  if (badge) {
    if (badge.slug && badge.slug !== slug) return { reason: 'intake_refusal_badge_other', names: [] };
    // Whoever may type a name needs no proof by a signature: the badge only saves the typing.
    const party = known.find(({ delegates = [] }) => delegates.includes(badge.delegateId));
    return party ? { party, by: 'badge' } : { reason: 'intake_refusal_badge_unknown', names: [] };
  }
  const wanted = plain(typed);
  if (wanted === '') return { reason: 'intake_refusal_party_none', names: [] };
  const ways = [
    (name: string) => name === wanted,
    (name: string) => name.startsWith(wanted),
    (name: string) => name.includes(wanted),
  ];
  for (const fits of ways) {
    const found = known.filter(({ name }) => fits(plain(name)));
    const [party] = found;
    if (party && found.length === 1) return { party, by: 'name' };
    if (found.length > 1)
      return { reason: 'intake_refusal_party_many', names: found.slice(0, 5).map(({ name }) => name) };
  }
  return { reason: 'intake_refusal_party_none', names: [] };
}
