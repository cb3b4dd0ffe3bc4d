/** The charter: the mutual promise both sides sign, version by version. Types and the questions of signing. Pure. */
import type { Locale } from '$lib/shared/locale';
import type { Party } from '../engagement/engagement';

export const CONFIDENTIALITY_TERMS = ['open', 'confidential'] as const;
export type ConfidentialityTerm = (typeof CONFIDENTIALITY_TERMS)[number];

/** What the two sides may agree on; everything else in the text is the same for everyone. */
export interface CharterTerms {
  language: Locale;
  /** Calendar days, `2027-03-12`. */
  startDay: string;
  endDay: string;
  hours: number;
  deliverables: { id: string; title: string; detail: string }[];
  confidentiality: ConfidentialityTerm;
  /** How the two sides keep in touch. */
  contact: string;
  /** Whatever else they agree on. */
  other: string;
}

export interface CharterSection {
  heading: string;
  lines: string[];
}

export interface Signature {
  party: Party;
  personId: string;
  /** As it was typed. */
  name: string;
  at: Date;
  version: number;
  /** SHA-256 of the text that was signed, in hex. */
  hash: string;
}

export interface Charter {
  version: number;
  terms: CharterTerms;
  /** The text as it was shown and signed. */
  sections: CharterSection[];
  hash: string;
  signatures: Signature[];
  /** Null for the first version, which the platform wrote. */
  writtenBy: string | null;
  writtenAt: Date;
}

export const CHARTER_LIMITS = {
  hours: 400,
  deliverables: 12,
  title: 160,
  detail: 600,
  contact: 500,
  other: 3000,
} as const;

export function hasSigned(charter: Pick<Charter, 'signatures'>, party: Party): boolean {
  return charter.signatures.some((signature) => signature.party === party);
}

export function isAgreed(charter: Pick<Charter, 'signatures'>): boolean {
  return hasSigned(charter, 'volunteer') && hasSigned(charter, 'ngo');
}

/** The whole text in one string: what is hashed, and what is compared between versions. */
export function plainText(sections: readonly CharterSection[]): string {
  return sections.map(({ heading, lines }) => [`# ${heading}`, ...lines].join('\n')).join('\n\n');
}

/** A typed name counts when it is that of the account, whatever the case, accents and spaces. */
export function isSameName(typed: string, name: string): boolean {
  const plain = (text: string) =>
    text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
  return plain(typed) === plain(name);
}

export function sameTerms(a: CharterTerms, b: CharterTerms): boolean {
  const inOrder = (terms: CharterTerms) => {
    const { language, startDay, endDay, hours, deliverables, confidentiality, contact, other } = terms;
    const list = deliverables.map(({ id, title, detail }) => [id, title, detail]);
    return JSON.stringify([language, startDay, endDay, hours, list, confidentiality, contact, other]);
  };
  return inOrder(a) === inOrder(b);
}
