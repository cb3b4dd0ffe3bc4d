/**
 * What an hour of work is reckoned at: the employer's own rate, or the average labour cost of its country. Euro cents.
 * Source of the defaults: Eurostat, hourly labour costs 2024, whole economy without agriculture and public
 * administration (dataset lc_lci_lev, published on 28 March 2025), as far as its figures are established here; every
 * other country of the Union is reckoned at the Union's average, and its source says so.
 */
import type { OwnRate } from '../programme';

export const DEFAULT_YEAR = 2024;
const EU_AVERAGE = 3350;

const EUROSTAT_2024: Readonly<Record<string, number>> = {
  AT: 4450,
  BE: 4820,
  BG: 1060,
  DE: 4340,
  DK: 5010,
  FR: 4370,
  GR: 1670,
  HU: 1410,
  LT: 1630,
  LU: 5520,
  LV: 1510,
  NL: 4520,
  RO: 1250,
};

export interface Rate {
  cents: number;
  /** Country whose cost it is; `EU` for the average of the Union. */
  country: string;
  year: number;
  source: string;
}

export const EUROSTAT = 'Eurostat, lc_lci_lev';

/** The country's own figure, or the Union's average where there is none. */
export function defaultRate(country: string): Rate {
  const own = EUROSTAT_2024[country];
  return own === undefined
    ? { cents: EU_AVERAGE, country: 'EU', year: DEFAULT_YEAR, source: EUROSTAT }
    : { cents: own, country, year: DEFAULT_YEAR, source: EUROSTAT };
}

/** The employer's latest rate that was in force in `year`; otherwise the default. */
export function rateFor(rates: readonly OwnRate[], country: string, year: number): Rate {
  const [own] = rates
    .filter((rate) => rate.country === country && rate.year <= year)
    .toSorted((a, b) => b.year - a.year);
  return own ? { cents: own.cents, country, year: own.year, source: own.source } : defaultRate(country);
}

/** Euro cents, rounded once for each entry, so that the sum of the lines is the total. */
export function valueOf(minutes: number, centsPerHour: number): number {
  return Math.round((minutes * centsPerHour) / 60);
}
