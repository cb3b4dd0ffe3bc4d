/** Filters in Meilisearch's language. Field names were checked before; values are quoted here and nowhere else. */
import type { Condition } from '../rules/check-filter';
import type { Scalar } from '../rules/field-values';

export function renderFilter(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return `(${condition.parts.map(renderFilter).join(' AND ')})`;
    case 'or':
      return `(${condition.parts.map(renderFilter).join(' OR ')})`;
    case 'not':
      return `NOT (${renderFilter(condition.part)})`;
    case 'in':
      return `${condition.field} IN [${condition.values.map(renderValue).join(', ')}]`;
    case 'exists':
      return `${condition.field} EXISTS`;
    case 'range':
      return renderRange(condition.field, condition.min, condition.max);
    case 'near': {
      const { lat, lng } = condition.place;
      return `_geoRadius(${renderNumber(lat)}, ${renderNumber(lng)}, ${renderNumber(condition.radiusM)})`;
    }
  }
}

/** The server takes off two layers: escaped quotes, then escaped backslashes. */
export function renderValue(value: Scalar): string {
  if (typeof value === 'number') return renderNumber(value);
  return `"${String(value).replace(/[\\"]/g, '\\$&')}"`;
}

/** Without the plus of 1e+21, which the server would not take for a part of the number. */
export function renderNumber(value: number): string {
  return String(value).replace('+', '');
}

/** One range, not two comparisons: those may each be met by another element of a list. */
function renderRange(field: string, min: number | null, max: number | null): string {
  if (min !== null && max !== null) return `${field} ${renderNumber(min)} TO ${renderNumber(max)}`;
  if (min !== null) return `${field} >= ${renderNumber(min)}`;
  return `${field} <= ${renderNumber(max ?? Number.MAX_VALUE)}`;
}
