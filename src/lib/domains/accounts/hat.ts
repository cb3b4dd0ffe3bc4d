/** The hats of one account: volunteer, member of an NGO, staff of an employer, moderator. Pure. */
import type { Intent } from './account';

const HAT = /^(volunteer|moderator|(ngo|staff):[a-z0-9-]{1,80})$/;

export function isHat(text: string): boolean {
  return HAT.test(text);
}

/** The hat somebody begins with before she chose one; null: that of her first organisation, if she has one. */
export function firstHat(person: { platformRoles: readonly string[]; intent: Intent }): string | null {
  if (person.platformRoles.length > 0) return 'moderator';
  return person.intent === 'offers_help' ? 'volunteer' : null;
}

/** Which of the hats she has is on: the one wished for, else her organisation's, else the first. */
export function hatOn<H extends { key: string }>(hats: readonly H[], wish: string | null | undefined): H | undefined {
  return (
    hats.find(({ key }) => key === wish) ?? hats.find(({ key }) => key.startsWith('ngo:')) ?? hats.find(() => true)
  );
}
