/** An employer's pro-bono programme: its rules, and the questions asked before it opens or sponsors anything. Pure. */
import type { CauseSlug } from '$lib/domains/skills/cause';
import { DEFAULT_TIME_ZONE, isoDay } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';

/** Who decides on a request: nobody (while budget and cap allow), the person's manager, or HR. */
export const APPROVALS = ['automatic', 'manager', 'hr'] as const;
export type Approval = (typeof APPROVALS)[number];

/** The text of the statement of independence in force; a new text gets a new version and is signed again. */
export const INDEPENDENCE_VERSION = 1;

export interface Independence {
  name: string;
  personId: string;
  at: Date;
  version: number;
  locale: Locale;
  /** The words as they were shown. */
  text: string;
}

/** An hourly rate that the employer has set, with where it comes from. */
export interface OwnRate {
  country: string;
  year: number;
  /** Euro cents for an hour. */
  cents: number;
  source: string;
}

export interface Programme {
  /** That of the employer's organisation. */
  _id: string;
  approval: Approval;
  /** Minutes in a calendar year; a year keeps the budget it began with until somebody changes it. */
  yearlyMinutes: number;
  /** Minutes for one person in a calendar year. */
  capMinutes: number;
  excludedCauses: CauseSlug[];
  /** Names of organisations or parties on whose side or against whom the employer sponsors nothing. */
  excludedParties: string[];
  /** E-mail domains whose confirmed addresses may join by themselves. */
  domains: string[];
  rates: OwnRate[];
  /** Whether outcomes and open data name the employer; absent means yes. Where a volunteer hides her work, they never do. */
  publicName?: boolean;
  independence: Independence | null;
  version: number;
}

export const LIMITS = { parties: 50, domains: 20, rates: 60, hoursPerYear: 500_000, capHours: 2000 } as const;

/** Of all hours on a mission: whoever gave more is named with a warning. */
export const MOST_OF_A_FILE = 0.5;

/** The calendar year of an instant, where the platform keeps its days. */
export function yearOf(at: Date): number {
  return Number(isoDay(at, DEFAULT_TIME_ZONE).slice(0, 4));
}

export function isNamedInPublic({ publicName }: Pick<Programme, 'publicName'>): boolean {
  return publicName !== false;
}

export function isOpen(programme: Pick<Programme, 'independence'>): boolean {
  return programme.independence?.version === INDEPENDENCE_VERSION;
}

export interface MissionFacts {
  causes: readonly string[];
  opposingParties: readonly string[];
  ngoName: string;
}

/** Names are compared as people mean them: without case, accents and punctuation. */
export function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export type ExclusionRefusal = 'sponsorship_refusal_cause' | 'sponsorship_refusal_party';

export function whyExcluded(
  programme: Pick<Programme, 'excludedCauses' | 'excludedParties'>,
  mission: MissionFacts,
): ExclusionRefusal | null {
  const causes = new Set<string>(programme.excludedCauses);
  if (mission.causes.some((cause) => causes.has(cause))) return 'sponsorship_refusal_cause';
  const excluded = programme.excludedParties.map(plainName).filter(Boolean);
  const named = [mission.ngoName, ...mission.opposingParties].map(plainName).filter(Boolean);
  return excluded.some((party) => named.includes(party)) ? 'sponsorship_refusal_party' : null;
}

/** Mailboxes that anybody can open: an address there says nothing about an employer. */
const PUBLIC_MAIL = new Set(
  'gmail.com googlemail.com outlook.com outlook.be outlook.fr hotmail.com hotmail.be hotmail.fr hotmail.nl live.com live.be live.nl msn.com yahoo.com yahoo.fr yahoo.co.uk icloud.com me.com mac.com proton.me protonmail.com pm.me gmx.net gmx.de gmx.com web.de mail.com aol.com zoho.com yandex.com tutanota.com tuta.com fastmail.com hey.com skynet.be telenet.be proximus.be orange.fr free.fr laposte.net sfr.fr wanadoo.fr ziggo.nl kpnmail.nl xs4all.nl hetnet.nl t-online.de libero.it seznam.cz wp.pl onet.pl'.split(
    ' ',
  ),
);

export function isPublicMail(domain: string): boolean {
  return PUBLIC_MAIL.has(domain);
}

export function domainOf(email: string): string {
  return email.slice(email.lastIndexOf('@') + 1).toLowerCase();
}

/** Whether `domain` is `known` or lies below it: `mail.example.org` below `example.org`. */
export function belongsTo(domain: string, known: string): boolean {
  return domain === known || domain.endsWith(`.${known}`);
}

export type DomainRefusal = 'programme_refusal_public_mail' | 'programme_refusal_foreign_domain';

/**
 * A domain opens the door to everybody with an address in it, so it must be the employer's: that of the website which
 * moderators checked, or of the confirmed address of whoever adds it.
 */
export function whyNotDomain(
  domain: string,
  proof: { websiteHost: string | null; email: string },
): DomainRefusal | null {
  if (isPublicMail(domain)) return 'programme_refusal_public_mail';
  const own = [proof.websiteHost, domainOf(proof.email)].some(
    (known) => known !== null && !isPublicMail(known) && belongsTo(domain, known),
  );
  return own ? null : 'programme_refusal_foreign_domain';
}
