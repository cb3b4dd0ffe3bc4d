/** The matchmaker's list: who is in the hall and has nothing yet, whom to bring together, and what was tried. Pure. */
import { pairKey } from '../schedule/problem';

export interface OnFloor {
  id: string;
  checkedInAt: Date | null;
}

export interface Attempt {
  kind: 'seen' | 'pair' | 'ring';
  members: readonly string[];
  at: Date;
}

export interface FloorFacts {
  openedAt: Date | null;
  registrations: readonly OnFloor[];
  /** Parties of every deal that is being written down or counts. */
  deals: readonly (readonly string[])[];
  lists: ReadonlyMap<string, readonly { organisation: string; score: number }[]>;
  attempts: readonly Attempt[];
}

export interface Waiting {
  id: string;
  since: Date;
  seenAt: Date | null;
  /** Who is in the hall too and was not brought together with her yet; those with nothing come first. */
  partners: string[];
}

/** So many partners are proposed for each. */
export const PROPOSED = 3;

/** The longest wait first; who was just spoken to comes after the others. */
export function whoHasNothing({ openedAt, registrations, deals, lists, attempts }: FloorFacts): Waiting[] {
  const busy = new Set(deals.flat());
  const here = new Set(registrations.filter(({ checkedInAt }) => checkedInAt).map(({ id }) => id));
  const done = new Set(deals.flatMap((parties) => pairsOf(parties)));
  for (const { kind, members } of attempts) if (kind !== 'seen') for (const key of pairsOf(members)) done.add(key);
  const seen = new Map<string, Date>();
  for (const { members, at } of attempts)
    for (const one of members) if (at > (seen.get(one) ?? new Date(0))) seen.set(one, at);
  const waiting = registrations.flatMap(({ id, checkedInAt }): Waiting[] => {
    if (!checkedInAt || busy.has(id)) return [];
    const since = openedAt && openedAt > checkedInAt ? openedAt : checkedInAt;
    const partners = (lists.get(id) ?? [])
      .filter(({ organisation }) => here.has(organisation) && !done.has(pairKey(id, organisation)))
      .map((one) => ({ ...one, idle: !busy.has(one.organisation) }))
      .sort(
        (a, b) => Number(b.idle) - Number(a.idle) || b.score - a.score || (a.organisation < b.organisation ? -1 : 1),
      )
      .slice(0, PROPOSED)
      .map(({ organisation }) => organisation);
    return [{ id, since, seenAt: seen.get(id) ?? null, partners }];
  });
  const rank = ({ since, seenAt }: Waiting) => (seenAt ?? since).getTime();
  return waiting.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

function pairsOf(members: readonly string[]): string[] {
  return members.flatMap((one, at) => members.slice(at + 1).map((other) => pairKey(one, other)));
}

/** The same ring, whoever is named first; its direction counts. */
export function ringKey(members: readonly string[]): string {
  const first = members.indexOf([...members].sort()[0] ?? '');
  return [...members.slice(first), ...members.slice(0, first)].join('>');
}
