/** The consent to show one's causes: they are special category data (GDPR, article 9). */
import type { ConsentRecord } from './volunteer.model';

/** The version of the sentence beside the tick: change it when the sentence changes. */
const CAUSES_CONSENT = '2026-11';

export function causesConsent(given: boolean, at: Date): ConsentRecord {
  return { what: 'show_causes', version: CAUSES_CONSENT, given, at };
}
