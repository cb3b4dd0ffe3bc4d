/** Whole numbers that shuffle ids the same way wherever and in whatever order they are met. Pure. */

/** FNV-1a: a whole number below 2^32 that is as good as random for the text. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** The place of someone in the shuffle of a seed, by their hashes; the finish of MurmurHash3 scatters close ones. */
export function shuffleRank(seedHash: number, idHash: number): number {
  let hash = seedHash ^ idHash;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
