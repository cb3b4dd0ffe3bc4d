/** A document as Meilisearch stores it. */
import { fingerprintOfStored } from '../fingerprint';
import type { StoredDocument } from '../rules/check-document';

/** The stamp names the write, so that a rebuild can tell which documents were written since it began. */
export function storedFields(document: StoredDocument, stamp: string): Record<string, unknown> {
  return {
    ...Object.fromEntries(document.values),
    ...(document.place ? { _geo: document.place } : {}),
    id: document.id,
    _fingerprint: fingerprintOfStored(document),
    _stamp: stamp,
  };
}
