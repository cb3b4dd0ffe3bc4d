/** What a kind of volunteer is made of: skills that go together, and words for it in three languages. */
import type { CauseSlug } from '$lib/domains/skills/cause';
import type { SkillLevel } from '$lib/domains/skills/skill';
import type { LicenceKind } from '$lib/domains/skills/licences/licence';
import type { Track } from '$lib/domains/volunteers/volunteer';
import type { Locale } from '$lib/shared/locale';

export type Sector = 'law' | 'policy' | 'research' | 'data' | 'communication' | 'design' | 'civic';

export interface Speciality {
  key: string;
  sector: Sector;
  weight: number;
  tracks: readonly (readonly [track: Track, weight: number])[];
  /** Held by everyone of this kind, with the level of somebody in mid-career. */
  core: readonly (readonly [slug: string, level: SkillLevel])[];
  /** A few of these each. */
  more: readonly string[];
  causes: readonly CauseSlug[];
  /** Most working people of this kind hold it, in their own country. */
  licence?: LicenceKind;
  /** As it follows "researcher in", "chercheuse en", "onderzoeker". */
  field: Record<Locale, string>;
  /** `{years}`, `{city}`; `{man/woman}` where the words differ. */
  headlines: Record<Locale, readonly string[]>;
  bios: Record<Locale, readonly string[]>;
}
