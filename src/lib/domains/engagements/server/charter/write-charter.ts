/** Turns terms into a version of the charter: the text in full and its fingerprint. */
import { createHash } from 'node:crypto';
import { plainText, type Charter, type CharterTerms } from '../../charter/charter';
import { charterSections, type CharterFacts } from '../../charter/charter-text';

export function writeCharter(
  terms: CharterTerms,
  facts: CharterFacts,
  { version, by, at }: { version: number; by: string | null; at: Date },
): Charter {
  const sections = charterSections(terms, facts);
  const hash = createHash('sha256').update(plainText(sections), 'utf8').digest('hex');
  return { version, terms, sections, hash, signatures: [], writtenBy: by, writtenAt: at };
}
