/** A stable hash of what is indexed for a document, by which the drift check compares the index with the database. */
import { createHash } from 'node:crypto';
import { checkDocument, type StoredDocument } from './rules/check-document';
import type { IndexSettings, SearchDocument } from './search-port';

/** The fingerprint that an engine keeps for this document; the order of fields and empty values do not matter. */
export function fingerprintOf(settings: IndexSettings, document: SearchDocument): string {
  return fingerprintOfStored(checkDocument(settings, document));
}

export function fingerprintOfStored(document: StoredDocument): string {
  const fields = [...document.values].sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([document.id, document.place, fields]))
    .digest('base64url')
    .slice(0, 22);
}
