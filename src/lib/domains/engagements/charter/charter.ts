/** The charter: the mutual promise both sides sign, version by version. Types and the questions of signing. Pure. */
import type { Locale } from '$lib/shared/locale';
import type { Party } from '../engagement/engagement';

export const CONFIDENTIALITY_TERMS = ['open', 'confidential'] as const;
export type ConfidentialityTerm = (typeof CONFIDENTIALITY_TERMS)[number];

/** The employer that gives the volunteer's time, as the charter names it. It signed its independence once, for all its work. */
export interface CharterSponsor {
  employer: string;
  hours: number;
  /** Whether the public outcome and the open data name it. */
  isPublic: boolean;
  signedBy: string;
  /** `2027-03-12` */
  signedOn: string;
}

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
  /** Absent or null where nobody sponsors the work; written by the platform, never typed. */
  sponsor?: CharterSponsor | null | undefined;
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
  return inOrder(a) === inOrder(b) && sameSponsor(a.sponsor, b.sponsor);
}

export function sameSponsor(a: CharterSponsor | null | undefined, b: CharterSponsor | null | undefined): boolean {
  const inOrder = (each: CharterSponsor | null | undefined) =>
    JSON.stringify(each ? [each.employer, each.hours, each.isPublic, each.signedBy, each.signedOn] : null);
  return inOrder(a) === inOrder(b);
}

/** The number of a version in an address; 0, which no version has, for anything else. */
export function versionNumber(text: string): number {
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}
