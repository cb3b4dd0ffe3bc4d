/** The ten templates a mission may begin from: deliverables, roles and usual hours, in the languages of the interface. */
import type { Locale } from '$lib/shared/locale';
import { newId } from '$lib/shared/ids';
import type { SkillLevel } from '$lib/domains/skills/skill';
import type { Deliverable, RoleContent } from '../mission';
import type { MissionStage } from '../subject/stage';
import type { UsualHours } from '../writing/estimate';
import { CAMPAIGN_TEMPLATES } from './campaign-templates';
import { LEGAL_TEMPLATES } from './legal-templates';
import { POLICY_TEMPLATES } from './policy-templates';

/** English, French, Dutch. */
export type Texts = readonly [en: string, fr: string, nl: string];

export const TEMPLATE_KEYS = [
  'advice_session',
  'consultation_response',
  'amendment_pack',
  'position_paper',
  'stakeholder_map',
  'document_request',
  'ombudsman_complaint',
  'citizens_initiative',
  'litigation_scan',
  'visual_kit',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];

export interface TemplateRole {
  title: Texts;
  mustHave: readonly (readonly [slug: string, level: SkillLevel])[];
  niceToHave: readonly (readonly [slug: string, level: SkillLevel])[];
  /** For one seat. */
  hours: number;
}

export interface MissionTemplate {
  name: Texts;
  /** What it is good for, in one sentence. */
  purpose: Texts;
  /** Of the whole mission. */
  usual: UsualHours;
  stage: MissionStage | null;
  deliverables: readonly { title: Texts; detail: Texts }[];
  roles: readonly TemplateRole[];
  /** Questions that a good goal answers. */
  goal: Texts;
}

const templates: Record<TemplateKey, MissionTemplate> = {
  ...POLICY_TEMPLATES,
  ...LEGAL_TEMPLATES,
  ...CAMPAIGN_TEMPLATES,
};

export function isTemplate(key: string): key is TemplateKey {
  return (TEMPLATE_KEYS as readonly string[]).includes(key);
}

export function missionTemplate(key: TemplateKey): MissionTemplate {
  return templates[key];
}

/** The hours that a mission of this template usually takes; null for none or an unknown one. */
export function usualHours(key: string | null): UsualHours | null {
  return key !== null && isTemplate(key) ? templates[key].usual : null;
}

export function inLanguage(texts: Texts, locale: Locale): string {
  return locale === 'fr' ? texts[1] : locale === 'nl' ? texts[2] : texts[0];
}

/** The template's name, for a draft that has no title yet; '' for none or an unknown one. */
export function templateName(key: string | null, locale: Locale): string {
  return key !== null && isTemplate(key) ? inLanguage(templates[key].name, locale) : '';
}

/** What a new mission starts with; a language that the templates do not speak gets English, to be written over. */
export function contentOfTemplate(
  key: TemplateKey,
  locale: Locale,
): { goal: string; stage: MissionStage | null; deliverables: Deliverable[]; roles: RoleContent[] } {
  const template = templates[key];
  const needs = (list: TemplateRole['mustHave']) => list.map(([slug, level]) => ({ slug, level }));
  return {
    goal: inLanguage(template.goal, locale),
    stage: template.stage,
    deliverables: template.deliverables.map(({ title, detail }) => ({
      id: newId(),
      title: inLanguage(title, locale),
      detail: inLanguage(detail, locale),
    })),
    roles: template.roles.map((role) => ({
      id: newId(),
      title: inLanguage(role.title, locale),
      mustHave: needs(role.mustHave),
      niceToHave: needs(role.niceToHave),
      languages: [{ code: locale, level: 'C1', required: true }],
      hours: role.hours,
      seats: 1,
      licenceRequired: null,
      allowsStudents: true,
    })),
  };
}
