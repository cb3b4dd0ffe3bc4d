/** The collection `saved_missions`: who put which mission aside. Nobody but the person herself ever sees it. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface SavedMission {
  /** `person:mission`, so that saving twice is saving once. */
  _id: string;
  personId: string;
  missionId: string;
  savedAt: Date;
}

const schema = documentSchema<SavedMission>({
  personId: { type: String, required: true },
  missionId: { type: String, required: true },
  savedAt: { type: Date, required: true },
});
// savedMissions: a person's own, newest first; deletion and export of an account.
schema.index({ personId: 1, savedAt: -1 });
// Discarding a draft.
schema.index({ missionId: 1 });

export const SavedMissions = defineModel<SavedMission>('SavedMission', schema, 'saved_missions');

export function savedId(personId: string, missionId: string): string {
  return `${personId}:${missionId}`;
}
