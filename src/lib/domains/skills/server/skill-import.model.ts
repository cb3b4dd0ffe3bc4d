/** The collection `skill_imports`: each run of the ESCO import, with the events that follow from it. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface SkillImportDocument extends WithOutbox {
  file: string;
  /** `running` long after its start means that the process was killed. */
  state: 'running' | 'finished' | 'stopped' | 'failed';
  startedAt: Date;
  finishedAt: Date | null;
  imported: number;
  updated: number;
  unchanged: number;
  skipped: number;
  related: number;
}

const schema = documentSchema<SkillImportDocument>({
  file: { type: String, required: true },
  state: { type: String, enum: ['running', 'finished', 'stopped', 'failed'], required: true },
  startedAt: { type: Date, required: true },
  finishedAt: { type: Date, default: null },
  imported: { type: Number, default: 0 },
  updated: { type: Number, default: 0 },
  unchanged: { type: Number, default: 0 },
  skipped: { type: Number, default: 0 },
  related: { type: Number, default: 0 },
  ...outboxField,
});
// import-esco: did an earlier run break off?
schema.index({ state: 1 });
indexOutbox(schema);

export const SkillImports = defineModel<SkillImportDocument>('SkillImport', schema, 'skill_imports');
registerOutbox(SkillImports);
