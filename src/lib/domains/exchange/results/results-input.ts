/** What the forms of aftercare, stories and awards post. */
import { z } from 'zod';
import { idSchema } from '$lib/domains/organisations/organisation.input';
import { optionalText, text } from '$lib/shared/form-fields';
import { DEAL_REASON_MAX, FOLLOW_UPS } from '../deal/deal';
import { STORY_LIMITS } from './story';

const reasoned = <T extends { step: string; note: string }>({ step, note }: T) =>
  step !== 'infeasible' || note.length >= 3;
const needsReason = { path: ['note'], message: 'deal_error_reason' };
const answer = { step: z.enum(FOLLOW_UPS), note: optionalText(DEAL_REASON_MAX) };

/** By the link in a mail: the token says which deal and for whom. */
export const linkAnswerForm = z.strictObject(answer).refine(reasoned, needsReason);
/** By a member, or by the organiser who called: for which side. */
export const answerForm = z.strictObject({ ...answer, registration: idSchema }).refine(reasoned, needsReason);
export const missionForm = z.strictObject({ receiver: idSchema });

export const storyForm = z.strictObject({ registration: idSchema, text: text(STORY_LIMITS.most, STORY_LIMITS.least) });
/** `seen` is the count of the text that the person had before her eyes. */
export const agreeForm = z.strictObject({ registration: idSchema, seen: z.coerce.number().int().min(1).max(1e6) });
export const registrationOnly = z.strictObject({ registration: idSchema });

export const awardForm = z.strictObject({ title: text(80, 3), winner: idSchema, reason: text(400, 10) });
export const awardIdForm = z.strictObject({ award: idSchema });
