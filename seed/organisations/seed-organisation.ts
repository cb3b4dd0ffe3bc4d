/** What the demonstration says of an organisation; every one of them is invented. */
import type { MemberRole, OrganisationKind } from '$lib/domains/organisations/organisation';
import type { CauseSlug } from '$lib/domains/skills/cause';
import type { LanguageCode } from '$lib/domains/skills/language';
import type { CountryCode } from '$lib/domains/skills/place';
import type { Locale } from '$lib/shared/locale';

export interface SeedOrganisation {
  /** Its address is `https://KEY.example`, and so are its people's. */
  key: string;
  name: string;
  /** Where it is not that of its key. */
  website?: string;
  kind?: OrganisationKind;
  legalForm: string;
  country: CountryCode;
  city: string;
  /** Of the texts, and of the people behind it. */
  language: Locale;
  languages: LanguageCode[];
  causes: CauseSlug[];
  purpose: string;
  means: string;
  proof: string;
  /** Whether it gives a number of the EU Transparency Register; `wrong` fails the check of its digits. */
  register?: 'right' | 'wrong';
  /** Markdown. */
  description: string;
  /** Days before today on which it was entered. */
  joined: number;
  standing?: 'verified' | 'waiting' | 'changes_requested' | 'suspended';
  /** What the moderator wrote with the last decision. */
  note?: string;
  /** Who works there beside the owner. */
  team?: MemberRole[];
}

/** A number in the shape of the register's that passes the check, far above any it has given out. */
export function registerNumber(count: number, isRight: boolean): string {
  const digits = 990_000_000_000 + count * 7919;
  const remainder = digits % 97;
  for (let check = 10; check < 97; check++)
    if ((9 * check) % 97 === remainder) return `${digits}-${isRight ? check : check === 96 ? 10 : check + 1}`;
  return registerNumber(count + 1000, isRight);
}
