/** From what the registration form posts to what is kept. */
import { unknownSkills } from '$lib/domains/skills/server/queries/unknown-skills';
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { Delegate, Item } from '../../registration/registration';
import type { RegistrationContent } from '../../registration/registration-input';
import { withNamedSkills } from './named-skills';

/** A consent keeps the moment at which it was given. Ids are those of this registration, or new. */
export function delegatesFrom(
  ctx: Context,
  delegates: RegistrationContent['delegates'],
  before: readonly Delegate[],
): Delegate[] {
  return delegates.map((one) => {
    const known = before.find(({ id }) => id === one.id);
    const photoConsentAt = one.photoConsent ? (known?.photoConsentAt ?? ctx.now) : null;
    return { ...one, id: known?.id ?? newId(), photoConsentAt };
  });
}

/** Skills are for knowledge; what a name without scripts added is looked up first. */
export async function itemsFrom(
  ctx: Context,
  items: RegistrationContent['items'],
  before: readonly Item[],
): Promise<Item[]> {
  const kept = before.flatMap(({ skills }) => skills);
  const named = await withNamedSkills(ctx, items);
  const wanted = named.map((item) => (item.category === 'knowledge' ? [...new Set(item.skills)] : []));
  if ((await unknownSkills(ctx, wanted.flat(), kept)).length > 0)
    throw new AppError('refused', 'profile_error_unknown_skill');
  return named.map((item, index) => ({
    ...item,
    id: before.find(({ id }) => id === item.id)?.id ?? newId(),
    skills: wanted[index] ?? [],
  }));
}
