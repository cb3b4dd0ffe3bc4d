/** What the forms of an employer's programme post. Pure. */
import { z } from 'zod';
import { applyForm, idField } from '$lib/domains/engagements/application/application-input';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { countrySchema } from '$lib/domains/skills/place';
import { checkbox, choices, email, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { APPROVALS, LIMITS } from './programme';
import { REASON_MAX } from './sponsorship';
import { TEAM_MAX } from './staff';

/** One entry a line, without empty lines and repetitions. */
const lines = (most: number, longest: number) =>
  z
    .string()
    .max(most * (longest + 2))
    .default('')
    .transform((value) => [
      ...new Set(
        value
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      ),
    ])
    .pipe(z.array(z.string().max(longest)).max(most));

const domain = z.string().regex(/^(?=.{4,120}$)([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/, 'programme_error_domain');

export const programmeForm = z.strictObject({
  approval: z.enum(APPROVALS),
  yearlyHours: wholeNumber(1, LIMITS.hoursPerYear),
  capHours: wholeNumber(1, LIMITS.capHours),
  excludedCauses: choices(CAUSE_SLUGS),
  excludedParties: lines(LIMITS.parties, 120),
  domains: lines(LIMITS.domains, 120)
    .transform((all) => all.map((each) => each.toLowerCase().replace(/^@/, '')))
    .pipe(z.array(domain)),
  publicName: checkbox(),
  version: wholeNumber(0, 999_999_999),
});
export type ProgrammeInput = z.output<typeof programmeForm>;

export const independenceForm = z.strictObject({
  name: text(120, 2),
  agreed: checkbox().refine(Boolean, 'programme_error_agree'),
});

export const yearBudgetForm = z.strictObject({
  year: wholeNumber(2020, 2100),
  hours: wholeNumber(0, LIMITS.hoursPerYear),
});

/** "48.20" or "48,20" euro an hour. */
const euro = z
  .string()
  .trim()
  .min(1)
  .refine((value) => /^\d{1,4}([.,]\d{1,2})?$/.test(value), 'programme_error_rate')
  .transform((value) => Math.round(Number(value.replace(',', '.')) * 100))
  .pipe(z.number().min(100).max(100_000));

export const rateForm = z.strictObject({
  country: countrySchema,
  year: wholeNumber(2015, 2100),
  rate: euro,
  source: text(200, 3),
});

/** The form of an application, with what its applicant asks of her employer. */
export const applyWithSponsorForm = applyForm.extend({
  sponsored: checkbox(),
  sponsoredHours: z
    .string()
    .trim()
    .default('1')
    .refine((value) => value === '' || /^\d{1,4}$/.test(value), 'error_whole_number')
    .transform((value) => Number(value || '0')),
  showMission: checkbox(),
});
export type ApplyWithSponsor = z.output<typeof applyWithSponsorForm>;
export const requestForm = z.strictObject({
  application: idField,
  hours: wholeNumber(1, LIMITS.capHours),
  showMission: checkbox(),
  note: optionalText(500),
});
export const sponsorshipForm = z.strictObject({ sponsorship: idField });
export const reasonForm = z.strictObject({ sponsorship: idField, reason: text(REASON_MAX, 3) });

export const inviteStaffForm = z.strictObject({
  email: email(),
  team: optionalText(TEAM_MAX),
  manager: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .default('')
    .refine((value) => value === '' || z.email().safeParse(value).success, 'error_email'),
});
export const staffForm = z.strictObject({ staff: idField });
export const editStaffForm = z.strictObject({
  staff: idField,
  team: optionalText(TEAM_MAX),
  manager: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .default('')
    .refine((value) => value === '' || z.email().safeParse(value).success, 'error_email'),
});
/** The list as pasted; `confirmed` is sent by the button under the preview. */
export const importStaffForm = z.strictObject({ list: text(200_000, 5), confirmed: checkbox() });

export const signOnForm = z.strictObject({
  issuer: z
    .string()
    .trim()
    .max(300)
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), 'error_url'),
  clientId: text(200),
  client_secret: text(500, 8),
});
