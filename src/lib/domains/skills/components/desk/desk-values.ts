/** A skill as the fields of its form hold it. */
import type { RelatedSkill } from '../../skill';
import type { Labels } from '../../labels';

/** As posted: an unticked box and an empty list are absent. */
export type DeskValues = Partial<Record<string, string | string[]>>;

interface Stored {
  group: string | null;
  labels: Labels;
  altLabels: { en: string[]; fr: string[]; nl: string[] };
  escoUri: string | null;
  broader: string[];
  related: RelatedSkill[];
  active: boolean;
  replacedBy: string | null;
}

export function deskValues(skill: Stored | null): DeskValues {
  if (!skill) return {};
  return {
    group: skill.group ?? '',
    en: skill.labels.en,
    fr: skill.labels.fr ?? '',
    nl: skill.labels.nl ?? '',
    altEn: skill.altLabels.en.join('\n'),
    altFr: skill.altLabels.fr.join('\n'),
    altNl: skill.altLabels.nl.join('\n'),
    escoUri: skill.escoUri ?? '',
    broader: skill.broader,
    related: skill.related.map(({ slug, fraction }) => `${slug}:${fraction}`),
    ...(skill.active ? {} : { retired: 'on' }),
    ...(skill.replacedBy ? { replacedBy: [skill.replacedBy] } : {}),
  };
}
