/** Volunteers as columns of flat arrays, which many roles are scored against without allocation. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import type { Licence } from '../match-input';
import type { MatchCurves } from '../weights';
import type { TokenTable } from './token-table';

/** What counts for everyone, packed into one number a volunteer: loading is what costs. The lowest bits: what counts. */
export const REPLIES_KNOWN = 1;
export const ON_SITE_ONLY = 2;
/** Quarters of an hour a week, 0 to 672, of those who are free all the time; 0 for the others, who are in `limited`. */
export const quartersIn = (traits: number): number => (traits >> 2) & 1023;
/** Value of responsiveness in hundredths; 0 when unknown. */
export const replyIn = (traits: number): number => traits >> 12;
export const MOST_QUARTERS = 4 * 24 * 7;

/** Hours a week as they are reckoned: in quarters, 0 when not said. */
export function quartersPerWeek(hours: number | null): number {
  return Math.min(MOST_QUARTERS, Math.max(0, Math.round((hours ?? 0) * 4)));
}

export function packTraits(replies: number | null, onSiteOnly: boolean, quarters: number): number {
  const known = replies === null ? 0 : REPLIES_KNOWN;
  return known | (onSiteOnly ? ON_SITE_ONLY : 0) | (quarters << 2) | (Math.round((replies ?? 0) * 100) << 12);
}

/** Minutes since 1970 that stand for "always" and, negative, for "never": about the year 2990. */
export const ALWAYS = 2 ** 29;

export function minutesOf(ms: number | null, otherwise: number): number {
  return ms === null ? otherwise : Math.min(ALWAYS, Math.max(-ALWAYS, Math.floor(ms / 60_000)));
}

/** Mean Earth radius of the IUGG, in kilometres. */
export const EARTH_KM = 6371.0088;

/** What is kept of each volunteer, beside the tokens. */
export const LAYOUT = {
  /** As `packTraits` packs them. */
  traits: Int32Array,
  /** Of the ids, for the shuffle. */
  idHashes: Int32Array,
  /** Point on the unit sphere; NaN without coordinates. */
  x: Float64Array,
  y: Float64Array,
  z: Float64Array,
  radiusKm: Float64Array,
  /** Cosines of the angles at which the radius ends and at which the value of place has faded to 0. */
  cosNear: Float64Array,
  cosFar: Float64Array,
  /** Entry of `countries`; 0 is unknown. */
  country: Int32Array,
  /** As given, NaN when unknown: what `traits` was packed from, kept for the reasons. */
  perWeek: Float64Array,
  replyHours: Float64Array,
  answered: Float64Array,
} as const;
export type Columns = { -readonly [Name in keyof typeof LAYOUT]: InstanceType<(typeof LAYOUT)[Name]> };

/** Those who are not free all the time, in the order of their positions. */
export interface LimitedTimes {
  readonly positions: Int32Array;
  /** Minutes since 1970; without limit ALWAYS and its negative. Whoever gives 0 hours is free until -ALWAYS. */
  readonly from: Int32Array;
  readonly until: Int32Array;
  /** Quarters of an hour a week. */
  readonly quarters: Int32Array;
}

export interface VolunteerColumns extends Readonly<Columns> {
  readonly size: number;
  readonly ids: readonly string[];
  readonly positions: ReadonlyMap<string, number>;
  readonly table: TokenTable;
  readonly curves: MatchCurves;
  /** Every number of quarters of an hour a week that somebody gives, but 0. */
  readonly paces: Int32Array;
  readonly countries: readonly (string | null)[];
  readonly limited: LimitedTimes;
}

export const licenceKey = (licence: Licence): string => `${foldText(licence.kind)}|${licence.jurisdiction}`;

export function unitVector(lat: number, lng: number): [x: number, y: number, z: number] {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lng * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
