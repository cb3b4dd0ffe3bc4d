/** Hands out names of invented people, none twice, and an address to go with each. */
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

export class PersonNames {
  private readonly taken = new Set<string>();

  /** `reserved` are the names that the story gives by hand. */
  constructor(reserved: readonly string[]) {
    for (const name of reserved) this.taken.add(name);
  }

  next(chance: Chance, country: CountryCode, locale: Locale): PersonName {
    const { women, men, families } = listFor(country, locale);
    for (let attempt = 0; attempt < 500; attempt++) {
      const isWoman = chance.is(0.54);
      const [forMen = '', forWomen = forMen] = chance.pick(families).split('|');
      const name = `${chance.pick(isWoman ? women : men)} ${isWoman ? forWomen : forMen}`;
      if (this.taken.has(name)) continue;
      this.taken.add(name);
      return { name, isWoman };
    }
    throw new Error(`no names are left for ${country}`);
  }
}
