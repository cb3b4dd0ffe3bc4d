/** The collection `skills`: curated ones and those imported from ESCO. The slug is the identifier and never changes. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema, partSchema } from '$lib/server/mongo';
import { foldText, type Labels } from '../labels';
import { SKILL_GROUPS, SKILL_SOURCES, type RelatedSkill, type SkillGroup, type SkillSource } from '../skill';

export interface AltLabels {
  en: string[];
  fr: string[];
  nl: string[];
}

/** What the European Commission's classification says of the same skill; kept apart from what we say. */
export interface EscoPart {
  /** `null` where ESCO does not say. */
  kind: 'knowledge' | 'skill' | null;
  /** English. */
  altLabels: string[];
  /** English. */
  description: string;
  broader: string[];
  related: RelatedSkill[];
  /** Fingerprints of what was imported, so that a repeated import writes only what changed. */
  contentHash: string;
  linksHash: string;
}

export interface SkillDocument extends WithOutbox {
  /** The slug. */
  _id: string;
  /** Null outside the curated groups. */
  group: SkillGroup | null;
  labels: Labels;
  altLabels: AltLabels;
  escoUri?: string;
  source: SkillSource;
  broader: string[];
  related: RelatedSkill[];
  esco?: EscoPart;
  /** An inactive skill keeps its name where it is used, but cannot be chosen. */
  active: boolean;
  /** The slug of the skill that took this one's place. */
  replacedBy: string | null;
  /** Folded labels, ours in every language: what a person types first is looked up here. */
  names: string[];
  /** When a moderator last changed it; from then on the curated list that comes with the programme leaves it alone. */
  editedAt: Date | null;
  /** Counts changes; an editor says which one was seen. */
  version: number;
  updatedAt: Date;
}

const relatedSchema = partSchema({
  slug: { type: String, required: true },
  fraction: { type: Number, required: true, min: 0, max: 1 },
});
const labelsSchema = partSchema({
  en: { type: String, required: true },
  fr: { type: String },
  nl: { type: String },
});
const altLabelsSchema = partSchema({ en: [String], fr: [String], nl: [String] });
const escoSchema = partSchema({
  kind: { type: String, enum: ['knowledge', 'skill', null], default: null },
  altLabels: { type: [String], default: [] },
  description: { type: String, default: '' },
  broader: { type: [String], default: [] },
  related: { type: [relatedSchema], default: [] },
  contentHash: { type: String, required: true },
  linksHash: { type: String, default: '' },
});

const schema = documentSchema<SkillDocument>({
  group: { type: String, enum: [...SKILL_GROUPS, null], default: null },
  labels: { type: labelsSchema, required: true },
  altLabels: { type: altLabelsSchema, default: () => ({ en: [], fr: [], nl: [] }) },
  escoUri: { type: String },
  source: { type: String, enum: SKILL_SOURCES, required: true },
  broader: { type: [String], default: [] },
  related: { type: [relatedSchema], default: [] },
  esco: { type: escoSchema },
  active: { type: Boolean, default: true },
  replacedBy: { type: String, default: null },
  names: { type: [String], default: [] },
  editedAt: { type: Date, default: null },
  version: { type: Number, default: 1 },
  updatedAt: { type: Date, required: true },
  ...outboxField,
});
// import-esco: the skill of a concept.
schema.index({ escoUri: 1 }, { unique: true, sparse: true });
// find-skills: labels that begin with what was typed, curated ones apart from the many of ESCO.
schema.index({ source: 1, names: 1 });
indexOutbox(schema);

export const Skills = defineModel<SkillDocument>('Skill', schema, 'skills');
registerOutbox(Skills);

/** The folded labels of a skill, each once: what `names` holds. */
export function namesOf(labels: Labels, altLabels?: AltLabels): string[] {
  const all = [labels.en, labels.fr, labels.nl, ...(altLabels ? Object.values(altLabels).flat() : [])];
  return [...new Set(all.filter((label): label is string => Boolean(label)).map(foldText))];
}
