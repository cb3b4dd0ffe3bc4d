/** Points on the earth: checking them and measuring between them. */
import { SearchInvalid } from '../search-errors';

export interface Place {
  lat: number;
  lng: number;
}

const EARTH_RADIUS_M = 6_371_000;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function readPlace(value: unknown): Place {
  const { lat, lng } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  if (typeof lat === 'number' && Math.abs(lat) <= 90 && typeof lng === 'number' && Math.abs(lng) <= 180) {
    return { lat, lng };
  }
  throw new SearchInvalid('bad_value', 'a place needs a latitude of -90 to 90 and a longitude of -180 to 180');
}

/** Metres along a great circle (haversine). */
export function distanceM(from: Place, to: Place): number {
  const north = Math.sin(radians(to.lat - from.lat) / 2);
  const east = Math.sin(radians(to.lng - from.lng) / 2);
  const chord = north * north + Math.cos(radians(from.lat)) * Math.cos(radians(to.lat)) * east * east;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(chord)));
}
