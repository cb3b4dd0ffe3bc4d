/** What the demonstration says of a mission: a real policy file, and an invented NGO that wants something of it. */
import type { FileKind } from '$lib/domains/missions/subject/policy-file';
import type { InstitutionCode } from '$lib/domains/missions/subject/institution';
import type { MissionStage } from '$lib/domains/missions/subject/stage';
import type { RequirableLicence } from '$lib/domains/skills/licences/licence';
import type { TemplateKey } from '$lib/domains/missions/templates/mission-template';
import type { CauseSlug } from '$lib/domains/skills/cause';
import type { CountryCode, JurisdictionCode } from '$lib/domains/skills/place';
import type { Locale } from '$lib/shared/locale';

/** Where a mission stands on the day of the demonstration. */
export type Fate =
  | 'draft'
  | 'submitted'
  | 'changes_requested'
  | 'rejected'
  | 'open'
  | 'paused'
  | 'expired'
  | 'cancelled'
  | 'filled'
  | 'working'
  | 'delivered'
  | 'reported'
  | 'closed';

export interface SeedRole {
  title: string;
  /** `amendment-drafting:3 eu-law:2` */
  must: string;
  nice?: string;
  /** `en:C1 fr:B2?`: with a question mark it only helps. */
  languages: string;
  hours: number;
  seats?: number;
  licence?: readonly [kind: RequirableLicence, jurisdiction: JurisdictionCode];
  /** Unless said otherwise, students may apply without a supervisor. */
  students?: false;
}

export interface SeedMission {
  key: string;
  /** Key of the organisation. */
  by: string;
  language: Locale;
  template: TemplateKey | null;
  title: string;
  summary: string;
  /** Markdown. */
  goal: string;
  decider: readonly [institution: InstitutionCode, unit: string, personRole: string];
  file: readonly [kind: FileKind, reference: string, title: string];
  stage: MissionStage;
  fate: Fate;
  /** Days from today to the deadline; of what is over, negative. */
  due: number;
  reason: string;
  /** Days ago on which it was published, where a story relies on it. */
  published?: number;
  deliverables: readonly (readonly [title: string, detail: string])[];
  roles: readonly SeedRole[];
  causes: readonly CauseSlug[];
  jurisdictions: readonly JurisdictionCode[];
  /** Work on the spot; otherwise it is done from anywhere. */
  place?: readonly [country: CountryCode, city: string];
  confidentiality?: 'members' | 'cleared';
  /** Of a cleared mission: what everyone may know. */
  anonymised?: string;
  parties?: readonly string[];
  /** Why it was sent back, refused, paused or called off. */
  note?: string;
}
