/** Volunteers as columns of flat arrays, which many roles are scored against without allocation. Pure. */
import { foldText } from '$lib/domains/skills/labels';
import type { Licence } from '../match-input';
import type { MatchCurves } from '../weights';
import type { TokenTable } from './token-table';

/**
 * What counts for everyone, packed into one number. The same few thousand packings serve any number of people, so that a
 * role reckons each packing once.
 */
export const REPLIES_KNOWN = 1;
export const ON_SITE_ONLY = 2;
/** Not free all the time: the times are in `limited`. */
export const LIMITED_TIME = 4;
/** Quarters of an hour a week, 0 to 672. */
export const quartersIn = (traits: number): number => (traits >> 3) & 1023;
/** Value of responsiveness in hundredths; 0 when unknown. */
export const replyIn = (traits: number): number => traits >> 13;
export const MOST_QUARTERS = 4 * 24 * 7;

/** Minutes since 1970 that stand for "always" and, negative, for "never": about the year 2990. */
export const ALWAYS = 2 ** 29;

export function minutesOf(ms: number | null, otherwise: number): number {
  return ms === null ? otherwise : Math.min(ALWAYS, Math.max(-ALWAYS, Math.floor(ms / 60_000)));
}

/** Mean Earth radius of the IUGG, in kilometres. */
export const EARTH_KM = 6371.0088;

/** What is kept of each volunteer, beside the tokens. */
export const LAYOUT = {
  /** Entry of `traits`. */
  kind: Int32Array,
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
  readonly countries: readonly (string | null)[];
  readonly limited: LimitedTimes;
  /** Each packing once: REPLIES_KNOWN, ON_SITE_ONLY, LIMITED_TIME, and what `quartersIn` and `replyIn` read. */
  readonly traits: Int32Array;
}

export const licenceKey = (licence: Licence): string => `${foldText(licence.kind)}|${licence.jurisdiction}`;

export function unitVector(lat: number, lng: number): [x: number, y: number, z: number] {
  const phi = (lat * Math.PI) / 180;
  const lambda = (lng * Math.PI) / 180;
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)];
}
