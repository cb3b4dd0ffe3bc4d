/** Where documents are. */
import { distanceM, type Place } from '../rules/places';
import { BitSet } from './bit-set';

// A degree of latitude is at least 110.5 km; the margin keeps documents on the edge for the exact measure.
const METRES_PER_DEGREE = 110_000;

export class PlaceColumn {
  readonly #places: (Place | undefined)[] = [];

  set(number: number, place: Place | null): void {
    this.#places[number] = place ?? undefined;
  }

  distanceM(number: number, from: Place): number | null {
    const place = this.#places[number];
    return place ? distanceM(from, place) : null;
  }

  within(from: Place, radiusM: number, size: number): BitSet {
    const found = new BitSet(size);
    const degrees = radiusM / METRES_PER_DEGREE;
    for (let number = 0; number < size; number++) {
      const place = this.#places[number];
      if (!place || Math.abs(place.lat - from.lat) > degrees) continue;
      if (distanceM(from, place) <= radiusM) found.add(number);
    }
    return found;
  }
}
