/**
 * What an hour of work is reckoned at: the employer's own rate, or the average labour cost of its country. Euro cents.
 * Source of the defaults: Eurostat, hourly labour costs 2024, whole economy without agriculture and public
 * administration (dataset lc_lci_lev, published on 28 March 2025). `PUBLISHED` are the figures of Eurostat's own
 * announcement, `REPORTED` those that the press gave from its table and an operator should check; every other country of
 * the Union is reckoned at the Union's average. The source on each line of a statement says which of the three it is.
 */
import type { OwnRate } from '../programme';

export const DEFAULT_YEAR = 2024;
const EU_AVERAGE = 3350;

const PUBLISHED: Readonly<Record<string, number>> = {
  BE: 4820,
  BG: 1060,
  DK: 5010,
  HU: 1410,
  LU: 5520,
  RO: 1250,
};
const REPORTED: Readonly<Record<string, number>> = {
  AT: 4450,
  DE: 4340,
  FR: 4370,
  GR: 1670,
  LT: 1630,
  LV: 1510,
  NL: 4520,
};

export interface Rate {
  cents: number;
  /** Country whose cost it is; `EU` for the average of the Union. */
  country: string;
  year: number;
  source: string;
}

export const EUROSTAT = 'Eurostat, lc_lci_lev';
export const EUROSTAT_REPORTED = 'Eurostat, lc_lci_lev, as reported by the press';

/** The country's own figure, or the Union's average where there is none. */
export function defaultRate(country: string): Rate {
  const published = PUBLISHED[country];
  if (published !== undefined) return { cents: published, country, year: DEFAULT_YEAR, source: EUROSTAT };
  const reported = REPORTED[country];
  return reported === undefined
    ? { cents: EU_AVERAGE, country: 'EU', year: DEFAULT_YEAR, source: EUROSTAT }
    : { cents: reported, country, year: DEFAULT_YEAR, source: EUROSTAT_REPORTED };
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
