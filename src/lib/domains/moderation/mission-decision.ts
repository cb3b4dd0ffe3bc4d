/** What a moderator's forms about a mission may send. */
import { z } from 'zod';
import { nullableText, text } from '$lib/shared/form-fields';

export const missionDecisionSchema = z.strictObject({ note: nullableText(2000) });
export const missionRefusalSchema = z.strictObject({ note: text(2000, 10) });
