/** Where a person begins after signing in: the page she asked for, or the room of her first hat. */
import { landingFacts } from '$lib/domains/accounts/server/queries/landing-facts';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { href, localTarget } from '$lib/shared/href';

/** @param next path that the address named, with its language; anything that leads elsewhere is ignored */
export async function landingOf(personId: string, next: string | null): Promise<string> {
  const asked = localTarget(next, '');
  if (asked) return asked;
  const facts = await landingFacts(personId);
  if (facts && facts.platformRoles.length > 0) return href('/moderation');
  if (facts?.intent === 'offers_help') return href('/my-work');
  const [first] = await membershipsOf(personId);
  return href(first ? `/ngo/${first.slug}` : '/my-work');
}
