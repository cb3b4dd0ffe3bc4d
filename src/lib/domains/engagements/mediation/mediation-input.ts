/** What the forms of a dispute post, on both sides and at the moderator's desk. Pure. */
import { z } from 'zod';
import { checkbox, optionalText, text } from '$lib/shared/form-fields';
import { REASON_MAX } from '../application/application';
import { idField } from '../application/application-input';
import { MAX_ENTRIES } from '../hours/hours';
import { DISPUTE_MAX, RESOLUTIONS } from './dispute';

export const openDisputeForm = z.strictObject({
  reason: text(DISPUTE_MAX, 20),
  asks: text(DISPUTE_MAX, 10),
  talked: checkbox().refine((ticked) => ticked, 'mediation_error_talked'),
});
/** Every form says which dispute it was about: the page may be older than the end of it. */
export const disputeForm = z.strictObject({ dispute: idField });
export const answerDisputeForm = disputeForm.extend({ answer: text(DISPUTE_MAX, 10) });
export const mediationMessageForm = disputeForm.extend({ text: text(DISPUTE_MAX) });

const resolution = {
  resolution: z.enum(RESOLUTIONS),
  words: text(DISPUTE_MAX, 10),
  entries: z.array(idField).max(MAX_ENTRIES).default([]),
};
export const proposalForm = disputeForm.extend(resolution);
export const decisionForm = disputeForm.extend({
  ...resolution,
  sure: checkbox().refine((ticked) => ticked, 'mediation_error_sure'),
});
export const proposalAnswerForm = disputeForm.extend({
  proposal: idField,
  accepted: z.enum(['yes', 'no']).transform((value) => value === 'yes'),
  words: optionalText(REASON_MAX),
});
