/** Which domains own files: each says who may read them and which of them it still mentions. */
import type { Context } from '../context';

export interface FileOwnerRules {
  /** Throws what a stranger gets; `subjectId` is the part of the subject after the colon. */
  requireReader(ctx: Context, subjectId: string): Promise<void>;
  /** Which of these files its documents mention. */
  mentioned(fileIds: readonly string[]): Promise<Set<string>>;
}

const owners = new Map<string, FileOwnerRules>();

/** `kind` is the part of the subject before the colon: `registerFileOwner('engagement', …)`. */
export function registerFileOwner(kind: string, rules: FileOwnerRules): void {
  owners.set(kind, rules);
}

export function fileOwner(kind: string): FileOwnerRules | undefined {
  return owners.get(kind);
}

export async function mentionedSomewhere(fileIds: readonly string[]): Promise<Set<string>> {
  const all = await Promise.all([...new Set(owners.values())].map((owner) => owner.mentioned(fileIds)));
  return new Set(all.flatMap((found) => [...found]));
}
