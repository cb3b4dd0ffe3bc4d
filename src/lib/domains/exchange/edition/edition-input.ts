/** What the forms about an edition post. */
import { z } from 'zod';
import { idSchema } from '$lib/domains/organisations/organisation.input';
import { instantIn } from '$lib/domains/missions/deadline';
import { choices, email, optionalText, text, wholeNumber } from '$lib/shared/form-fields';
import { RECIPROCITIES } from '../deal/deal';
import { BADGE_COLOURS, CATEGORIES, EDITION_STEP_NAMES, FLOOR_ROLES, MAX_CAPACITY, MODES } from './edition';

/** IANA names that the organiser may choose: where Causeway's cities lie. */
export const TIME_ZONES = [
  'Europe/Brussels',
  'Europe/Amsterdam',
  'Europe/Paris',
  'Europe/Luxembourg',
  'Europe/Berlin',
  'Europe/Vienna',
  'Europe/Rome',
  'Europe/Madrid',
  'Europe/Lisbon',
  'Europe/Dublin',
  'Europe/Warsaw',
  'Europe/Prague',
  'Europe/Copenhagen',
  'Europe/Stockholm',
  'Europe/Helsinki',
  'Europe/Athens',
  'Europe/Bucharest',
  'Europe/Sofia',
  'UTC',
] as const;

const isoDay = z
  .string()
  .trim()
  .refine((value) => /^20\d{2}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)), 'error_date');
export const timeField = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'exchange_error_time');

export const editionForm = z
  .strictObject({
    name: text(100, 3),
    city: text(80, 2),
    venue: text(160, 2),
    day: isoDay,
    startTime: timeField,
    endTime: timeField,
    timeZone: z.enum(TIME_ZONES),
    intro: optionalText(2000),
    mode: z.enum(MODES),
    categories: choices(CATEGORIES).pipe(z.array(z.enum(CATEGORIES)).min(1)),
    offerColour: z.enum(BADGE_COLOURS),
    requestColour: z.enum(BADGE_COLOURS),
    reciprocity: z.enum(RECIPROCITIES),
    dealsPerRequest: wholeNumber(1, 50),
    capacity: wholeNumber(2, MAX_CAPACITY),
    lateRule: optionalText(500),
  })
  .transform(({ day, startTime, endTime, ...rest }) => ({
    ...rest,
    startsAt: instantIn(day, startTime, rest.timeZone),
    endsAt: instantIn(day, endTime, rest.timeZone),
  }))
  .refine(({ startsAt, endsAt }) => endsAt > startsAt, { path: ['endTime'], message: 'exchange_refusal_dates' });

export const stepForm = z.strictObject({ step: z.enum(EDITION_STEP_NAMES) });
export const appointForm = z.strictObject({
  email: email(),
  role: z.enum(FLOOR_ROLES),
  corner: z.union([z.literal('').transform(() => null), z.enum(CATEGORIES)]).default(null),
});
export const dismissForm = z.strictObject({ personId: idSchema, role: z.enum(FLOOR_ROLES) });
