/** What a schedule could not do, in words that name who it is about. Pure. */
import { m } from '$lib/paraglide/messages.js';
import { INTL_TAGS, type Locale } from '$lib/shared/locale';
import type { LoweredFloor, UnmetWish } from './problem';

/** The name of an organisation by its id. */
export type NameOf = (organisation: string) => string;

export function unmetWishText(wish: UnmetWish, name: NameOf, locale: Locale): string {
  const options = { locale };
  const pair = { a: name(wish.a), b: name(wish.b) };
  const who = new Intl.ListFormat(INTL_TAGS[locale], { type: 'conjunction' }).format(wish.who.map(name));
  switch (wish.reason) {
    case 'vetoed':
      return m.exchange_unmet_vetoed(pair, options);
    case 'not_present':
      return m.exchange_unmet_not_present({ ...pair, who }, options);
    case 'never_together':
      return m.exchange_unmet_never_together(pair, options);
    case 'same_person':
      return m.exchange_unmet_same_person(pair, options);
    case 'same_side':
      return m.exchange_unmet_same_side(pair, options);
    case 'too_many':
      return m.exchange_unmet_too_many({ ...pair, who }, options);
    case 'too_few_tables':
      return m.exchange_unmet_too_few_tables(pair, options);
    case 'not_placed':
      return m.exchange_unmet_not_placed(pair, options);
  }
}

export function loweredFloorText(
  { organisation, floor, asked, given }: LoweredFloor,
  name: NameOf,
  locale: Locale,
): string {
  const facts = { organisation: name(organisation), asked: String(asked), given: String(given) };
  return floor === 'meetings'
    ? m.exchange_lowered_meetings(facts, { locale })
    : m.exchange_lowered_good(facts, { locale });
}
