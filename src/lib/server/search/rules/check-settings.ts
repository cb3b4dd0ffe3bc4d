/** What makes index settings usable on every engine. */
import { SearchInvalid } from '../search-errors';
import type { FieldType, IndexSettings } from '../search-port';

const INDEX_NAME = /^[a-z][a-z0-9_-]{0,99}$/;
const FIELD_NAME = /^[a-z][A-Za-z0-9_]{0,99}$/;

/** Throws `bad_settings` unless names are plain and facets are filterable. */
export function checkSettings(settings: IndexSettings): void {
  const fail = (message: string): never => {
    throw new SearchInvalid('bad_settings', `${settings.name}: ${message}`);
  };
  if (!INDEX_NAME.test(settings.name)) fail('not an index name');
  const fields = [
    ...settings.searchable.map(({ field }) => field),
    ...Object.keys(settings.filterable),
    ...Object.keys(settings.sortable),
  ];
  for (const field of fields) if (!FIELD_NAME.test(field) || field === 'id') fail(`${field} is not a field name`);
  for (const field of new Set(fields)) {
    const types = new Set([filterType(settings, field), sortType(settings, field)].filter((type) => type !== null));
    if (isSearchable(settings, field)) types.add('string');
    if (types.size > 1) fail(`${field} has more than one type`);
  }
  for (const facet of settings.facets) if (filterType(settings, facet) === null) fail(`${facet} is not filterable`);
  for (const { field, weight } of settings.searchable) {
    if (weight !== undefined && !(weight > 0)) fail(`${field} has no positive weight`);
  }
}

/** Null when the field cannot be filtered on; own keys only, so that `constructor` is not a field. */
export function filterType(settings: IndexSettings, field: string): FieldType | null {
  return Object.hasOwn(settings.filterable, field) ? (settings.filterable[field] ?? null) : null;
}

export function requireFilterType(settings: IndexSettings, field: unknown): FieldType {
  const type = typeof field === 'string' ? filterType(settings, field) : null;
  if (type === null) {
    throw new SearchInvalid('unknown_field', `${settings.name} has no filterable field ${JSON.stringify(field)}`);
  }
  return type;
}

export function sortType(settings: IndexSettings, field: string): FieldType | null {
  return Object.hasOwn(settings.sortable, field) ? (settings.sortable[field] ?? null) : null;
}

export function isSearchable(settings: IndexSettings, field: string): boolean {
  return settings.searchable.some((searchable) => searchable.field === field);
}
