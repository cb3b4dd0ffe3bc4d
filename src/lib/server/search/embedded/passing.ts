/** Which documents pass a filter. */
import type { CheckedFilter, Condition } from '../rules/check-filter';
import type { BitSet } from './bit-set';
import type { PlaceColumn } from './place-column';
import type { ValueColumn } from './value-column';

export interface Columns {
  values: ReadonlyMap<string, ValueColumn>;
  places: PlaceColumn;
}

/** The documents of `among` that pass; `among` itself is left as it is. */
export function passing(columns: Columns, filter: CheckedFilter, among: BitSet): BitSet {
  const copy = among.resized(among.size);
  if (filter === true) return copy;
  if (filter === false) return copy.subtract(among);
  return copy.intersect(meeting(columns, filter, among));
}

/** The documents that meet a condition; of those outside `among`, any or none. */
function meeting(columns: Columns, condition: Condition, among: BitSet): BitSet {
  const size = among.size;
  switch (condition.kind) {
    case 'and':
      return condition.parts.map((part) => meeting(columns, part, among)).reduce((met, part) => met.intersect(part));
    case 'or':
      return condition.parts.map((part) => meeting(columns, part, among)).reduce((met, part) => met.unite(part));
    case 'not':
      return among.resized(size).subtract(meeting(columns, condition.part, among));
    case 'near':
      return columns.places.within(condition.place, condition.radiusM, size);
    case 'in':
      return column(columns, condition.field).withAnyOf(condition.values, size);
    case 'range':
      return column(columns, condition.field).inRange(condition.min, condition.max, size);
    case 'exists':
      return column(columns, condition.field).withAnyValue(size);
  }
}

function column(columns: Columns, field: string): ValueColumn {
  const found = columns.values.get(field);
  if (!found) throw new Error(`no column for ${field}: the filter was not checked`);
  return found;
}
