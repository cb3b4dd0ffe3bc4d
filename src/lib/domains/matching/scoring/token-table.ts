/** Who has what, as sorted lists of positions: for each skill, language, cause and so on, the volunteers and their level. Pure. */

export const TOKEN_KINDS = [
  'skill',
  'language',
  'cause',
  'jurisdiction',
  'licence',
  'party',
  'file',
  'blockedNgo',
  'refusedCause',
  'refusedParty',
  // Said of a person rather than had: the key is empty.
  'studentAlone',
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** The part of the table that belongs to one token: `entries[first]` to `entries[last - 1]`. */
export interface Posting {
  first: number;
  last: number;
}

export interface TokenTable {
  /**
   * Eight times the position of the volunteer plus the level (1..4 for skills, 1..6 for languages, 1 for what one has or
   * has not), ascending within each token: one number to load where two would be.
   */
  readonly entries: Int32Array;
  /** Where each token's entries begin; one more than there are tokens. */
  readonly starts: Int32Array;
  readonly tokens: Readonly<Record<TokenKind, ReadonlyMap<string, number>>>;
}

const NOBODY: Posting = { first: 0, last: 0 };

export function postingOf(table: TokenTable, kind: TokenKind, key: string): Posting {
  const token = table.tokens[kind].get(key);
  if (token === undefined) return NOBODY;
  return { first: table.starts[token] ?? 0, last: table.starts[token + 1] ?? 0 };
}

/** The first place in the posting whose volunteer is at or after `position`. */
export function seek(entries: Int32Array, posting: Posting, position: number): number {
  let low = posting.first;
  let high = posting.last;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] as number) >> 3 < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place in an ascending list whose value is at or after `value`. */
export function firstFrom(ascending: Int32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The level at which the volunteer at `position` has the token; 0 when not at all. */
export function levelAt(table: TokenTable, kind: TokenKind, key: string, position: number): number {
  const posting = postingOf(table, kind, key);
  const at = seek(table.entries, posting, position);
  const entry = at < posting.last ? (table.entries[at] as number) : -1;
  return entry >> 3 === position ? entry & 7 : 0;
}

/** A copy of `array` with room for at least `length` entries, or `array` itself when it has it. */
export function withRoom<T extends Int32Array | Uint8Array>(array: T, length: number): T {
  if (array.length >= length) return array;
  const Longer = array.constructor as new (length: number) => T;
  const longer = new Longer(Math.max(length, array.length * 2));
  longer.set(array);
  return longer;
}

/** Collects the tokens of volunteers one after the other, then sorts them by token in two passes over flat arrays. */
export class TokenTableBuilder {
  #tokens = Object.fromEntries(TOKEN_KINDS.map((kind) => [kind, new Map<string, number>()])) as Record<
    TokenKind,
    Map<string, number>
  >;
  #tokenCount = 0;
  #entryTokens = new Int32Array(1024);
  #entryLevels = new Uint8Array(1024);
  #entries = 0;
  #ends = new Int32Array(256);
  #volunteers = 0;
  #beginning = 0;

  /** Gives the present volunteer a token; said twice, the higher level holds. */
  add(kind: TokenKind, key: string, level = 1): void {
    let token = this.#tokens[kind].get(key);
    if (token === undefined) {
      token = this.#tokenCount++;
      this.#tokens[kind].set(key, token);
    }
    for (let at = this.#beginning; at < this.#entries; at++) {
      if (this.#entryTokens[at] !== token) continue;
      this.#entryLevels[at] = Math.max(this.#entryLevels[at] ?? 0, level);
      return;
    }
    this.#entryTokens = withRoom(this.#entryTokens, this.#entries + 1);
    this.#entryLevels = withRoom(this.#entryLevels, this.#entries + 1);
    this.#entryTokens[this.#entries] = token;
    this.#entryLevels[this.#entries] = level;
    this.#entries++;
  }

  endVolunteer(): void {
    this.#ends = withRoom(this.#ends, this.#volunteers + 1);
    this.#ends[this.#volunteers++] = this.#entries;
    this.#beginning = this.#entries;
  }

  finish(): TokenTable {
    const starts = new Int32Array(this.#tokenCount + 1);
    for (let at = 0; at < this.#entries; at++) {
      const next = (this.#entryTokens[at] ?? 0) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let token = 0; token < this.#tokenCount; token++) {
      starts[token + 1] = (starts[token + 1] ?? 0) + (starts[token] ?? 0);
    }
    const entries = new Int32Array(this.#entries);
    const free = starts.slice();
    let entry = 0;
    for (let position = 0; position < this.#volunteers; position++) {
      const end = this.#ends[position] ?? 0;
      for (; entry < end; entry++) {
        const token = this.#entryTokens[entry] ?? 0;
        const place = free[token] ?? 0;
        entries[place] = position * 8 + (this.#entryLevels[entry] ?? 0);
        free[token] = place + 1;
      }
    }
    return { entries, starts, tokens: this.#tokens };
  }
}
