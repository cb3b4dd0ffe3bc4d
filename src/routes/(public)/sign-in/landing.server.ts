/** Where a person begins after signing in: the page she asked for, or the first room of the hat she begins with. */
import { firstHat } from '$lib/domains/accounts/hat';
import { landingFacts } from '$lib/domains/accounts/server/queries/landing-facts';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import { href, localTarget } from '$lib/shared/href';

/** @param next path that the address named, with its language; anything that leads elsewhere is ignored */
export async function landingOf(personId: string, next: string | null): Promise<string> {
  const asked = localTarget(next, '');
  if (asked) return asked;
  const facts = await landingFacts(personId);
  const hat = facts && firstHat(facts);
  if (hat) return href(hat === 'moderator' ? '/moderation' : '/my-work');
  const [first] = await membershipsOf(personId);
  if (!first) return href('/my-work');
  return href(first.kind === 'employer' ? `/employer/${first.slug}` : `/ngo/${first.slug}`);
}
