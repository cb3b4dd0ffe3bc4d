/** Organisations: what they are, who belongs to them, and how they stand with the platform. Pure. */
import type { CauseSlug } from '$lib/domains/skills/cause';
import type { LanguageCode } from '$lib/domains/skills/language';
import type { CountryCode } from '$lib/domains/skills/place';

export const ORGANISATION_KINDS = ['ngo', 'employer', 'public', 'other'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ORGANISATION_STATES = ['pending', 'verified', 'suspended'] as const;
export type OrganisationState = (typeof ORGANISATION_STATES)[number];

export const MEMBER_ROLES = ['owner', 'editor', 'viewer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** Where the check by a moderator stands: with the moderators, with the organisation, over, or not asked for. */
export const REVIEW_STATES = ['waiting', 'changes_requested', 'done', 'not_asked'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** The next change of its details sends it to the moderators. */
export const isSentByEdit = ({
  state,
  review,
}: {
  state: OrganisationState;
  review: { state: ReviewState };
}): boolean => state === 'pending' && (review.state === 'changes_requested' || review.state === 'not_asked');

/** Why moderators should look again at an organisation that they have already checked. */
export const FLAG_KINDS = ['identity_changed', 'no_owner'] as const;
export type FlagKind = (typeof FLAG_KINDS)[number];

export interface Member {
  personId: string;
  role: MemberRole;
  since: Date;
}

export interface Flag {
  kind: FlagKind;
  at: Date;
  /** For `identity_changed`: the fields, as `name: old → new`, one a line. */
  detail: string;
}

/** What the organisation says of itself, as its members edit it. */
export interface OrganisationTexts {
  name: string;
  legalForm: string;
  country: CountryCode;
  city: string;
  website: string | null;
  purpose: string;
  /** How it is funded: for moderators and members only. */
  means: string;
  /** Proof of its status, as text or a link: for moderators and members only. */
  proof: string;
  registerNumber: string | null;
  causes: CauseSlug[];
  languages: LanguageCode[];
  /** Markdown. */
  description: string;
  /** The language that purpose and description are written in. */
  language: LanguageCode;
}

/** Facts that moderators verified: when one of them changes afterwards, they are asked to look again. */
export const IDENTITY_FIELDS = ['name', 'legalForm', 'country', 'website', 'registerNumber', 'proof'] as const;
export type IdentityField = (typeof IDENTITY_FIELDS)[number];

/** Path segments of our own pages, which no organisation may have as its address. */
const RESERVED_SLUGS = new Set(['new', 'search', 'feed', 'rss', 'atom', 'map']);

export function isReservedSlug(slug: string): boolean {
  return RESERVED_SLUGS.has(slug);
}

/** Host of a website without `www.`, to compare organisations by; null when there is none. */
export function hostOf(website: string | null): string | null {
  if (!website || !URL.canParse(website)) return null;
  return new URL(website).hostname.toLowerCase().replace(/^www\./, '');
}

/** The identity fields that differ, each as one line `name: old → new`. */
export function identityChanges(before: OrganisationTexts, after: OrganisationTexts): string[] {
  return IDENTITY_FIELDS.filter((field) => before[field] !== after[field]).map(
    (field) => `${field}: ${before[field] ?? '–'} → ${after[field] ?? '–'}`,
  );
}

/** Every field of the texts that differs. */
export function changedFields(before: OrganisationTexts, after: OrganisationTexts): (keyof OrganisationTexts)[] {
  return (Object.keys(after) as (keyof OrganisationTexts)[]).filter(
    (field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
}
