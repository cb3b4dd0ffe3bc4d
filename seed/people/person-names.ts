/** Names of invented people, and an address to go with each. */
import type { CountryCode } from '$lib/domains/skills/place';
import type { Locale } from '$lib/shared/locale';
import type { Chance } from '../engine/chance';
import { FLEMISH, NAMES, WALLOON, type NameList, type NamedCountry } from './names';

export interface PersonName {
  name: string;
  isWoman: boolean;
}

/** `Élise De Smet` as `elise.desmet`. */
export function addressWords(name: string): string {
  const folded = name
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('ø', 'o')
    .replaceAll('Ø', 'O')
    .replaceAll('ı', 'i')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  const [given = '', ...family] = folded.split(' ');
  return [given, family.join('')].map((word) => word.replace(/[^a-z]/g, '')).join('.');
}

function listFor(country: CountryCode, locale: Locale): NameList {
  if (country === 'BE') return locale === 'fr' ? WALLOON : FLEMISH;
  return NAMES[country as NamedCountry] ?? NAMES.IE;
}

/** A name that somebody else may have too. */
export function givenName(chance: Chance, country: CountryCode, locale: Locale): PersonName {
  const { women, men, families } = listFor(country, locale);
  const isWoman = chance.is(0.54);
  const [forMen = '', forWomen = forMen] = chance.pick(families).split('|');
  return { name: `${chance.pick(isWoman ? women : men)} ${isWoman ? forWomen : forMen}`, isWoman };
}

export class PersonNames {
  private readonly taken = new Set<string>();

  /** `reserved` are the names that the story gives by hand. */
  constructor(reserved: readonly string[]) {
    for (const name of reserved) this.taken.add(name);
  }

  /** A name that nobody else has. */
  next(chance: Chance, country: CountryCode, locale: Locale): PersonName {
    for (let attempt = 0; attempt < 500; attempt++) {
      const person = givenName(chance, country, locale);
      if (this.taken.has(person.name)) continue;
      this.taken.add(person.name);
      return person;
    }
    throw new Error(`no names are left for ${country}`);
  }
}
