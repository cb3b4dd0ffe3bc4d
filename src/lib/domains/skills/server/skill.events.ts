/** What the skills domain tells the rest: a skill was changed by a person, or many by an import. */

/** A skill as the audit log keeps it. */
export interface SkillRecord {
  group: string | null;
  labels: { en: string; fr?: string | undefined; nl?: string | undefined };
  escoUri: string | null;
  broader: string[];
  related: { slug: string; fraction: number }[];
  active: boolean;
  replacedBy?: string | null;
}

declare module '$lib/server/events' {
  interface EventPayloads {
    'skill.saved': { slug: string; byPersonId: string | null; before: SkillRecord | null; after: SkillRecord };
    'skills.loaded': { slugs: string[] };
  }
}
