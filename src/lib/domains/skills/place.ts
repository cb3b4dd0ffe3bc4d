/** Countries, jurisdictions and cities of Europe, for profiles, missions and distances. Names of countries come from Intl. */
import { z } from 'zod';
import { CITIES, type City } from './cities';
import { labelIn } from './labels';

export const EU_COUNTRIES = [
  'AT',
  'BE',
  'BG',
  'CY',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'MT',
  'NL',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const;
/** The European Economic Area outside the Union, Switzerland and the United Kingdom. */
export const PARTNER_COUNTRIES = ['CH', 'GB', 'IS', 'LI', 'NO'] as const;
/** Candidates and the potential candidate (Kosovo, user-assigned code XK). */
export const CANDIDATE_COUNTRIES = ['AL', 'BA', 'GE', 'MD', 'ME', 'MK', 'RS', 'TR', 'UA', 'XK'] as const;

export const COUNTRIES = [...EU_COUNTRIES, ...PARTNER_COUNTRIES, ...CANDIDATE_COUNTRIES] as const;
export type CountryCode = (typeof COUNTRIES)[number];

/** Whose law: the Union's own, or a country's. */
export const JURISDICTIONS = ['EU', ...COUNTRIES] as const;
export type JurisdictionCode = (typeof JURISDICTIONS)[number];

export const countrySchema = z.enum(COUNTRIES);
export const jurisdictionSchema = z.enum(JURISDICTIONS);

export function isCountry(value: string): value is CountryCode {
  return (COUNTRIES as readonly string[]).includes(value);
}

export function isJurisdiction(value: string): value is JurisdictionCode {
  return (JURISDICTIONS as readonly string[]).includes(value);
}

const names = new Map<string, Intl.DisplayNames>();

/** The country's name in `locale`; an unknown code comes back as it is. */
export function countryName(code: string, locale: string): string {
  let display = names.get(locale);
  if (display === undefined) {
    display = new Intl.DisplayNames(locale, { type: 'region', fallback: 'code' });
    names.set(locale, display);
  }
  try {
    return display.of(code) ?? code;
  } catch {
    // Intl throws a RangeError for text that cannot be a region code at all.
    return code;
  }
}

/** "European Union" or the country's name. */
export function jurisdictionName(code: string, locale: string): string {
  return countryName(code, locale);
}

function sortedByName<Code extends string>(codes: readonly Code[], locale: string): { value: Code; label: string }[] {
  const collator = new Intl.Collator(locale);
  return codes
    .map((value) => ({ value, label: countryName(value, locale) }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

export function countryOptions(locale: string): { value: CountryCode; label: string }[] {
  return sortedByName(COUNTRIES, locale);
}

/** The Union first, then the countries by name. */
export function jurisdictionOptions(locale: string): { value: JurisdictionCode; label: string }[] {
  return [{ value: 'EU', label: countryName('EU', locale) }, ...countryOptions(locale)];
}

const bySlug: ReadonlyMap<string, City> = new Map(CITIES.map((city) => [city.slug, city]));

export const citySchema = z.string().refine((slug) => bySlug.has(slug));

export function findCity(slug: string): City | null {
  return bySlug.get(slug) ?? null;
}

export function cityName(slug: string, locale: string): string {
  const city = bySlug.get(slug);
  return city === undefined ? slug : labelIn(city.name, locale);
}

/** Cities sorted by name, with their country's name as a hint; those of `country` only, when given. */
export function cityOptions(locale: string, country?: string): { value: string; label: string; hint: string }[] {
  const collator = new Intl.Collator(locale);
  return CITIES.filter((city) => country === undefined || city.country === country)
    .map((city) => ({
      value: city.slug,
      label: labelIn(city.name, locale),
      hint: countryName(city.country, locale),
    }))
    .sort((a, b) => collator.compare(a.label, b.label));
}

export interface Point {
  lat: number;
  lng: number;
}

const EARTH_RADIUS_KM = 6371.0088;

/** Great-circle distance in kilometres (haversine, mean Earth radius of the IUGG). */
export function distanceKm(a: Point, b: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const half =
    Math.sin(radians(b.lat - a.lat) / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(radians(b.lng - a.lng) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(half)));
}
