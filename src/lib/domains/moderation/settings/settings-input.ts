/** What an administrator may decide for the whole installation, and within which bounds. Pure. */
import { z } from 'zod';
import { checkbox, optionalText, wholeNumber } from '$lib/shared/form-fields';

export const BOUNDS = {
  replyDays: { min: 3, max: 15 },
  offerDays: { min: 2, max: 15 },
  undecidedPerSeat: { min: 1, max: 10 },
} as const;

export const settingsSchema = z.strictObject({
  /** The version she saw; 0 while nobody has changed any. */
  seen: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  operatorName: optionalText(120),
  operatorAddress: optionalText(400),
  contactEmail: z.union([z.literal(''), z.email().max(254)]).default(''),
  registrationOpen: checkbox(),
  replyDays: wholeNumber(BOUNDS.replyDays.min, BOUNDS.replyDays.max),
  offerDays: wholeNumber(BOUNDS.offerDays.min, BOUNDS.offerDays.max),
  undecidedPerSeat: wholeNumber(BOUNDS.undecidedPerSeat.min, BOUNDS.undecidedPerSeat.max),
});
export type SettingsInput = z.output<typeof settingsSchema>;
