/** What each section of the edit page takes: the fields as they stand, what is wrong, what one can choose, what one has. */
import type { FormValues } from '../../writing/form-values';
import type { MissionContent } from '../../mission';

interface Choice {
  value: string;
  label: string;
  hint?: string;
  group?: string;
}

export interface SectionChoices {
  institutions: readonly Choice[];
  stages: readonly Choice[];
  causes: readonly Choice[];
  languages: readonly Choice[];
  cefr: readonly Choice[];
  countries: readonly Choice[];
  cities: readonly Choice[];
  jurisdictions: readonly Choice[];
  levels: readonly Choice[];
  licences: readonly Choice[];
}

export interface SectionProps {
  values: FormValues;
  errors: Record<string, string>;
  choices: SectionChoices;
  /** The mission as the fields say it now: for hints. */
  live: MissionContent;
  /** True once it is public: then some fields stay as they were reviewed. */
  fixed: boolean;
}
