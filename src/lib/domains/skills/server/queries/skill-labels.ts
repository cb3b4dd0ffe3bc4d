/** The labels of some skills, from memory where possible: what cards, filters and mails show instead of slugs. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import type { SkillLabel } from '../../skill';
import { cachedLabel, cacheLabel } from '../skill-cache';
import { Skills } from '../skill.model';
import { LABEL_FIELDS, presentLabel, type Labelled } from '../skill.presenter';

/** Unknown slugs are left out; inactive skills keep their label. */
export async function skillLabels(_ctx: Context, slugs: readonly string[]): Promise<Map<string, SkillLabel>> {
  const found = new Map<string, SkillLabel>();
  const missing: string[] = [];
  for (const slug of new Set(slugs)) {
    const label = cachedLabel(slug);
    if (label) found.set(slug, label);
    else missing.push(slug);
  }
  if (missing.length > 0) {
    const documents = await Skills.find({ _id: op({ $in: missing }) }, LABEL_FIELDS).lean<Labelled[]>();
    for (const document of documents) {
      const label = presentLabel(document);
      cacheLabel(label);
      found.set(label.slug, label);
    }
  }
  return found;
}
