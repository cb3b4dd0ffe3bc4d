/** Whom an organisation wants to meet before the day: must, meet, or rather not. Pure. */
import type { Mode } from '../edition/edition';
import { clashesOf, type Wish, type WishKind } from './registration';

/** Free mingling of two hours holds about this many talks that were promised beforehand. */
export const MUSTS_MINGLING = 6;
export const MAX_WISHES = 400;

export type WishRefusal = 'wish_refusal_self' | 'wish_refusal_musts' | 'wish_refusal_many';

/** As many musts as there are rounds: one more could never be kept. */
export function mostMusts(edition: { mode: Mode; rounds?: number | null }): number {
  return edition.mode === 'mingling' || !edition.rounds ? MUSTS_MINGLING : edition.rounds;
}

export function wishFor(wishes: readonly Wish[], of: string): WishKind | null {
  return wishes.find((wish) => wish.of === of)?.kind ?? null;
}

/** The wishes with one set anew, or taken back when `kind` is null. */
export function withWish(wishes: readonly Wish[], of: string, kind: WishKind | null): Wish[] {
  const others = wishes.filter((wish) => wish.of !== of);
  return kind === null ? others : [...others, { of, kind }];
}

export function whyNotWish(own: string, wishes: readonly Wish[], wish: Wish, most: number): WishRefusal | null {
  if (wish.of === own) return 'wish_refusal_self';
  const next = withWish(wishes, wish.of, wish.kind);
  if (next.length > MAX_WISHES) return 'wish_refusal_many';
  const musts = next.filter(({ kind }) => kind === 'must').length;
  return wish.kind === 'must' && musts > most ? 'wish_refusal_musts' : null;
}

/** What the schedule goes by: a no of either side takes every other wish between the two away. */
export function pairsToMeet(registrations: readonly { id: string; wishes: readonly Wish[] }[]): {
  musts: [string, string][];
  vetoes: [string, string][];
} {
  const key = (a: string, b: string) => (a < b ? `${a} ${b}` : `${b} ${a}`);
  const pairsOf = (wanted: WishKind) =>
    new Set(
      registrations.flatMap(({ id, wishes }) =>
        wishes.filter(({ kind }) => kind === wanted).map(({ of }) => key(id, of)),
      ),
    );
  const vetoes = pairsOf('no');
  const musts = [...pairsOf('must')].filter((pair) => !vetoes.has(pair));
  const split = (pair: string) => pair.split(' ') as [string, string];
  return { musts: musts.map(split), vetoes: [...vetoes].map(split) };
}

export interface NamedClash {
  must: string;
  no: string;
}

/** For the organiser's eyes alone: who insists on meeting whom who declined, by name. */
export function namedClashes(
  registrations: readonly { id: string; name: string; wishes: readonly Wish[] }[],
): NamedClash[] {
  const names = new Map(registrations.map(({ id, name }) => [id, name]));
  return clashesOf(registrations).flatMap(({ must, no }) => {
    const [a, b] = [names.get(must), names.get(no)];
    return a && b ? [{ must: a, no: b }] : [];
  });
}
