/** From a caller's document to what every engine stores: known fields only, of their type, without empty values. */
import { SearchInvalid } from '../search-errors';
import type { FieldValue, IndexSettings, SearchDocument } from '../search-port';
import { MARK_END, MARK_START } from '../words/segments';
import { filterType, isSearchable, sortType } from './check-settings';
import { assertShortEnough } from './field-values';
import { readPlace, type Place } from './places';

export interface StoredDocument {
  id: string;
  place: Place | null;
  values: Map<string, string | number | boolean | string[] | number[]>;
}

const DOCUMENT_ID = /^[A-Za-z0-9_-]{1,511}$/;
const MARKS = new RegExp(`[${MARK_START}${MARK_END}]`, 'g');
// Half a character cannot be sent as JSON that the server reads.
const LONE_SURROGATES = /\p{Surrogate}/gu;

export function checkId(id: string): string {
  if (!DOCUMENT_ID.test(id)) throw new SearchInvalid('bad_document', `${JSON.stringify(id)} is not a document id`);
  return id;
}

export function checkDocument(settings: IndexSettings, document: SearchDocument): StoredDocument {
  const stored: StoredDocument = { id: checkId(document.id), place: null, values: new Map() };
  for (const [field, value] of Object.entries(document)) {
    if (field === 'id') continue;
    if (field === '_geo' && settings.geo) {
      if (value !== null) stored.place = readPlace(value);
      continue;
    }
    const kept = keptValue(settings, field, value);
    if (kept !== null) stored.values.set(field, kept);
  }
  return stored;
}

function keptValue(
  settings: IndexSettings,
  field: string,
  value: FieldValue,
): string | number | boolean | string[] | number[] | null {
  const type =
    filterType(settings, field) ?? sortType(settings, field) ?? (isSearchable(settings, field) ? 'string' : null);
  // A field that is not in the settings might be private: it is refused, never stored by accident.
  if (type === null) throw new SearchInvalid('unknown_field', `${settings.name} has no field ${JSON.stringify(field)}`);
  if (value === null) return null;
  const items: unknown[] = Array.isArray(value) ? value : [value];
  if (items.some((item) => typeof item !== type || (type === 'number' && !Number.isFinite(item)))) {
    throw new SearchInvalid('bad_document', `${field} of a document is not a ${type}`);
  }
  if (type !== 'string')
    return Array.isArray(value) && value.length === 0 ? null : (value as number | boolean | number[]);
  const texts = (items as string[]).map(cleanText).filter((text) => text.trim() !== '');
  if (filterType(settings, field) !== null) for (const text of texts) assertShortEnough(field, text);
  if (texts.length === 0) return null;
  return Array.isArray(value) ? texts : (texts[0] ?? null);
}

function cleanText(text: string): string {
  return text.replace(MARKS, '').replace(LONE_SURROGATES, '\u{fffd}');
}
