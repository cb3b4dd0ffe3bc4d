/** What the broker's intake posts: two or three sides, and one row for what each gives to the next. */
import { z } from 'zod';
import { checkbox, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { CATEGORIES } from '../edition/edition';
import { estimateField } from '../registration/registration-input';
import { MAX_LEGS } from './deal';
import { contactDayField, requestField } from './deal-input';

export const SIGNINGS = ['later', 'screen', 'paper'] as const;
export type Signing = (typeof SIGNINGS)[number];

const row = z.strictObject({
  what: text(160, 3),
  category: z.enum(CATEGORIES),
  quantity: wholeNumber(1, 100_000),
  unit: text(40, 1),
  period: optionalText(100),
  estimate: estimateField,
  requestId: requestField,
});
/** A row in which nobody typed is a promise that nobody made: the quantity and the corner it begins with do not count. */
const isBlank = (given: unknown) =>
  ['what', 'unit', 'period', 'estimate'].every(
    (field) => String((given as Record<string, unknown> | null)?.[field] ?? '').trim() === '',
  );
const rows = z.preprocess(
  (given) => (Array.isArray(given) ? given.map((one: unknown) => (isBlank(one) ? null : one)) : given),
  z.array(row.nullable()).max(MAX_LEGS).default([]),
);
const three = (max: number) => z.array(z.string().trim().max(max)).max(MAX_LEGS).default([]);

export const intakeForm = z
  .strictObject({
    /** Names or badges, as typed or scanned. */
    parties: three(600),
    legs: rows,
    /** Which of the sides makes contact, by its place. */
    contactBy: z
      .enum(['', '0', '1', '2'])
      .default('')
      .transform((value) => (value === '' ? null : Number(value))),
    contactDay: contactDayField,
    signing: z.enum(SIGNINGS).default('later'),
    /** Who signed for each side. */
    signed: three(100),
    /** Ticked when it really is another deal than the one already written down. */
    different: checkbox(),
  })
  .superRefine((deal, context) => {
    const wrong = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const count = sidesOf(deal.parties);
    for (const place of [0, 1]) if (!deal.parties[place]) wrong(['parties', place], 'intake_error_party');
    if (deal.legs.every((leg) => leg === null)) wrong(['legs', 0, 'what'], 'intake_error_no_promise');
    if (deal.legs[2] && count < 3) wrong(['parties', 2], 'intake_error_third');
    if (count === 3)
      for (const place of [0, 1, 2]) if (!deal.legs[place]) wrong(['legs', place, 'what'], 'intake_error_ring');
    if (deal.signing !== 'later')
      for (let place = 0; place < count; place++)
        if ((deal.signed[place] ?? '').length < 2) wrong(['signed', place], 'intake_error_signed');
  });
export type IntakeInput = z.output<typeof intakeForm>;

export function sidesOf(parties: readonly string[]): number {
  return parties[2] ? 3 : 2;
}
