/** What a moderator's forms about a mission may send. */
import { z } from 'zod';
import { nullableText, text, wholeNumber } from '$lib/shared/form-fields';

/** The version that was read, and its text, which comes back beside the new one when a colleague changed it meanwhile. */
const seen = { version: wholeNumber(1, 1_000_000_000), seen: z.string().max(200_000) };

export const missionDecisionSchema = z.strictObject({ ...seen, note: nullableText(2000) });
export const missionRefusalSchema = z.strictObject({ ...seen, note: text(2000, 10) });
