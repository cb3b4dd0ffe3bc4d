/** The fixed lists (causes, languages, countries, cities) and their small rules. */
import { describe, expect, it } from 'vitest';
import { CAUSES, causeName, causeOptions, isCause } from './cause';
import { CITIES } from './cities';
import { foldText, labelIn } from './labels';
import { EU_LANGUAGES, LANGUAGES, languageName, languageOptions, languageTokens, meetsCefr } from './language';
import { COUNTRIES, cityOptions, countryName, distanceKm, EU_COUNTRIES, findCity, jurisdictionOptions } from './place';

const locales = ['en', 'fr', 'nl'];
const unique = (values: readonly string[]) => new Set(values).size === values.length;

describe('causes', () => {
  it('are fifteen, each named and described in three languages', () => {
    expect(CAUSES).toHaveLength(15);
    expect(unique(CAUSES.map((cause) => cause.slug))).toBe(true);
    for (const cause of CAUSES) {
      for (const texts of [cause.labels, cause.description]) {
        expect(texts.en && texts.fr && texts.nl, cause.slug).toBeTruthy();
      }
    }
    for (const locale of locales) expect(unique(causeOptions(locale).map((option) => option.label))).toBe(true);
  });

  it('are named in the language asked for, and a stranger keeps its slug', () => {
    expect(causeName('climate', 'nl')).toBe('Klimaat en energie');
    expect(causeName('climate', 'de')).toBe('Climate and energy');
    expect(causeName('toString', 'en')).toBe('toString');
    expect(isCause('__proto__')).toBe(false);
  });
});

describe('languages', () => {
  it('hold the 24 official ones and all have a name in every interface language', () => {
    expect(EU_LANGUAGES).toHaveLength(24);
    expect(unique(LANGUAGES)).toBe(true);
    for (const code of LANGUAGES) for (const locale of locales) expect(languageName(code, locale), code).not.toBe(code);
  });

  it('are named by Intl, and nonsense comes back as it is', () => {
    expect(languageName('nl', 'fr')).toBe('néerlandais');
    expect(languageName('not a code', 'en')).toBe('not a code');
    expect(languageOptions('en')[0]).toEqual({ value: 'bg', label: 'Bulgarian' });
  });

  it('compare CEFR levels', () => {
    expect(meetsCefr('C1', 'B2')).toBe(true);
    expect(meetsCefr('B2', 'B2')).toBe(true);
    expect(meetsCefr('B1', 'B2')).toBe(false);
    expect(languageTokens('fr', 'B1')).toEqual(['fr>=A1', 'fr>=A2', 'fr>=B1']);
  });
});

describe('places', () => {
  it('name every country in every interface language', () => {
    expect(EU_COUNTRIES).toHaveLength(27);
    expect(unique(COUNTRIES)).toBe(true);
    for (const code of COUNTRIES) for (const locale of locales) expect(countryName(code, locale), code).not.toBe(code);
    expect(jurisdictionOptions('nl')[0]).toEqual({ value: 'EU', label: 'Europese Unie' });
  });

  it('hold at least one city of every country, each once, on the map of Europe', () => {
    expect(CITIES.length).toBeGreaterThanOrEqual(120);
    expect(unique(CITIES.map((city) => city.slug))).toBe(true);
    expect(new Set(CITIES.map((city) => city.country)).size).toBe(COUNTRIES.length);
    for (const city of CITIES) {
      expect(city.slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(city.lat > 34 && city.lat < 66 && city.lng > -25 && city.lng < 46, city.slug).toBe(true);
    }
  });

  it('measure distances', () => {
    const [brussels, paris] = [findCity('brussels'), findCity('paris')];
    if (brussels === null || paris === null) throw new Error('the two cities are in the list');
    expect(distanceKm(brussels, paris)).toBeGreaterThan(255);
    expect(distanceKm(brussels, paris)).toBeLessThan(270);
    expect(distanceKm(brussels, brussels)).toBe(0);
  });

  it('offer the cities of one country', () => {
    expect(cityOptions('nl', 'LU')).toEqual([{ value: 'luxembourg', label: 'Luxemburg', hint: 'Luxemburg' }]);
  });
});

describe('labels', () => {
  it('fall back to English and fold accents', () => {
    expect(labelIn({ en: 'Law' }, 'fr')).toBe('Law');
    expect(foldText('  Égalité   RÉELLE ')).toBe('egalite reelle');
  });
});
