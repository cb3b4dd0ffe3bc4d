/** The shapes in which skills leave the server. */
import type { Locale } from '$lib/shared/locale';
import { labelIn, labelLang } from '../labels';
import { skillGroupName, type SkillLabel } from '../skill';
import type { SkillChoice } from '../skill-view';
import type { SkillDocument } from './skill.model';

/** The fields that `presentLabel` needs. */
export const LABEL_FIELDS = { group: 1, labels: 1, source: 1 } as const;
export type Labelled = Pick<SkillDocument, '_id' | 'group' | 'labels' | 'source'>;

export function presentLabel({ _id, group, labels, source }: Labelled): SkillLabel {
  return { slug: _id, group, labels, source };
}

/** The group says where a curated skill belongs; the many others say that they come from ESCO. */
export function presentChoice(skill: Labelled, locale: Locale): SkillChoice {
  return {
    value: skill._id,
    label: labelIn(skill.labels, locale),
    lang: labelLang(skill.labels, locale),
    hint: skill.group === null ? 'ESCO' : skillGroupName(skill.group, { locale }),
  };
}
