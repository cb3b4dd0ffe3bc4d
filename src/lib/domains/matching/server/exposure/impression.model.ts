/** Impressions: who was truly shown to which NGO for which role, once a day. Kept 90 days, then only counted no more. */
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface Impression {
  /** `day|organisation|role|volunteer`: the same list looked at twice in a day counts once. */
  _id: string;
  volunteerId: string;
  organisationId: string;
  roleId: string;
  at: Date;
}

const schema = documentSchema<Impression>({
  volunteerId: { type: String, required: true },
  organisationId: { type: String, required: true },
  roleId: { type: String, required: true },
  at: { type: Date, required: true },
});
// exposureOf: impressions of the last weeks. forgetImpressions: older ones.
schema.index({ at: 1 });
// Shown to how many NGOs this week; deletion of an account.
schema.index({ volunteerId: 1, at: 1 });

export const Impressions = defineModel<Impression>('Impression', schema, 'impressions');
