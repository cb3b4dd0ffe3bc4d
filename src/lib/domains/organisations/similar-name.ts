/** Names that may mean the same organisation, spelled another way: to warn of duplicates, never to refuse. Pure. */

/** Legal forms and little words, which say nothing of who an organisation is. */
const SMALL_WORDS = new Set(
  (
    'aisbl asbl vzw ivzw ev eingetragener verein ngo ong npo association associations asociacion associazione ' +
    'vereniging stichting fondation foundation fundacion fondazione fundacja stiftung cic ltd limited inc ' +
    'the of for and in on to de la le les des du d l et pour en van voor het een und der die das fur y el los del ' +
    'i e di della per a an'
  ).split(' '),
);

/** At or above this, two names are taken to look alike (0 nothing in common, 1 the same). */
export const SIMILAR_FROM = 0.75;

/** The words that tell a name, folded: "Réseau Air Pur ASBL" gives `reseau`, `air`, `pur`. Never empty for a name. */
export function nameTokens(name: string): string[] {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`.]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const telling = words.filter((word) => !SMALL_WORDS.has(word));
  return [...new Set(telling.length > 0 ? telling : words)];
}

/** The better of two Dice coefficients: on words (order apart) and on pairs of letters (spelling apart). */
export function nameSimilarity(a: string, b: string): number {
  const [left, right] = [nameTokens(a), nameTokens(b)];
  if (left.length === 0 || right.length === 0) return 0;
  return Math.max(dice(left, right), dice(pairs(left.join('')), pairs(right.join(''))));
}

function pairs(text: string): string[] {
  const letters = [...text];
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}

function dice(a: readonly string[], b: readonly string[]): number {
  if (a.length + b.length === 0) return 1;
  const left = new Map<string, number>();
  for (const item of a) left.set(item, (left.get(item) ?? 0) + 1);
  let shared = 0;
  for (const item of b) {
    const count = left.get(item) ?? 0;
    if (count > 0) {
      shared++;
      left.set(item, count - 1);
    }
  }
  return (2 * shared) / (a.length + b.length);
}
