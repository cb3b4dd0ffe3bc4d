/** The collection `engagement_feedback`: what each side told the platform. Moderators read it, the other side never. */
import { defineModel, documentSchema } from '$lib/server/mongo';
import { PARTIES } from '../../engagement/engagement';
import { FEEDBACK_ANSWERS, type Feedback } from '../../feedback/feedback';

const id = { type: String, required: true };
const answer = { type: String, enum: FEEDBACK_ANSWERS, required: true };

const schema = documentSchema<Feedback>({
  engagementId: id,
  organisationId: id,
  party: { type: String, enum: PARTIES, required: true },
  personId: { type: String, default: null },
  clear: answer,
  respect: answer,
  again: answer,
  text: { type: String, default: '' },
  at: { type: Date, required: true },
});

// The moderators' list, the latest first.
schema.index({ at: -1 });
// Export and erasure.
schema.index({ personId: 1 });

export const Feedbacks = defineModel<Feedback>('EngagementFeedback', schema, 'engagement_feedback');
