/** The collection `teams`: who leads the people engaged on one mission. A mission without a lead has no document. */
import { indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';

export interface TeamDocument extends WithOutbox {
  /** The mission's. */
  _id: string;
  organisationId: string;
  /** The engagement of whoever leads; null after the NGO took it back. */
  leadId: string | null;
  namedBy: string | null;
  namedAt: Date;
}

const schema = documentSchema<TeamDocument>({
  organisationId: { type: String, required: true },
  leadId: { type: String, default: null },
  namedBy: { type: String, default: null },
  namedAt: { type: Date, required: true },
  ...outboxField,
});

indexOutbox(schema);

export const Teams = defineModel<TeamDocument>('Team', schema, 'teams');
registerOutbox(Teams);

export async function leadOf(missionId: string): Promise<string | null> {
  return (await Teams.findById(missionId).lean<TeamDocument>())?.leadId ?? null;
}
