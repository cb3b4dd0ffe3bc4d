/** The ten templates as choices, in the reader's language. */
import type { Context } from '$lib/server/context';
import { inLanguage, missionTemplate, TEMPLATE_KEYS, type TemplateKey } from '../../../templates/mission-template';

export interface TemplateChoice {
  key: TemplateKey;
  name: string;
  purpose: string;
  deliverables: string[];
  hours: { min: number; max: number };
}

export function templateChoices(ctx: Context): TemplateChoice[] {
  return TEMPLATE_KEYS.map((key) => {
    const template = missionTemplate(key);
    return {
      key,
      name: inLanguage(template.name, ctx.locale),
      purpose: inLanguage(template.purpose, ctx.locale),
      deliverables: template.deliverables.map(({ title }) => inLanguage(title, ctx.locale)),
      hours: { ...template.usual },
    };
  });
}
