/** Deletion of an account (GDPR, article 17): what stands in its way, and what every domain then removes or anonymises. */

/** Must be safe to repeat: it runs at least once. */
export type Erasure = (personId: string) => Promise<void>;
/** A message key that says what to do first, or null. */
export type DeletionBlock = (personId: string) => Promise<string | null>;

const erasures = new Map<string, Erasure>();
const blocks = new Map<string, DeletionBlock>();

/** Each domain that keeps personal data adds what it forgets: `registerErasure('volunteers', …)`. */
export function registerErasure(name: string, erase: Erasure): void {
  erasures.set(name, erase);
}

/** For what would be orphaned, such as an organisation with one owner. */
export function registerDeletionBlock(name: string, ask: DeletionBlock): void {
  blocks.set(name, ask);
}

export async function eraseEverywhere(personId: string): Promise<void> {
  for (const erase of erasures.values()) await erase(personId);
}

export async function whyNotDeletable(personId: string): Promise<string | null> {
  for (const ask of blocks.values()) {
    const reason = await ask(personId);
    if (reason) return reason;
  }
  return null;
}
