/** The three line formats of `npm run match`, as schemas that give what the scorer takes. Documented in docs/matching.md. */
import { z } from 'zod';
import { CEFR_LEVELS } from '$lib/domains/skills/language';
import type { MatchRole, MatchSkill, MatchVolunteer, RolePlace } from '../match-input';

/** Messages say what is expected; a problem adds what was there. */
const id = z.string({ error: 'a text of 1 to 200 characters' }).min(1).max(200);
const text = z.string({ error: 'a text' }).max(2000).optional();
const texts = z.array(id, { error: 'a list of texts' }).max(500).default([]);
const numberBetween = (least: number, most: number) => {
  const error = `a number from ${least} to ${most}`;
  return z.number({ error }).min(least, { error }).max(most, { error });
};
const flag = z.boolean({ error: 'true or false' });
const level = z.literal([1, 2, 3, 4], { error: 'a level: 1 (learning), 2 (practising), 3 (senior) or 4 (expert)' });
const cefr = z.enum(CEFR_LEVELS, { error: 'a CEFR level: A1, A2, B1, B2, C1 or C2' });
const object = <Shape extends z.ZodRawShape>(shape: Shape) => z.strictObject(shape, objectError(Object.keys(shape)));
const objectError = (fields: string[]) => ({ error: () => `an object with the fields ${fields.join(', ')}` });

const DAY_MS = 86_400_000;
const DATE = 'a date such as 2027-03-12, or a moment such as 2027-03-12T17:00:00Z';
const DATE_FORM = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/;

/** A day without a time means its first moment, or its last when `lastMoment` (UTC). */
function moment(value: string, lastMoment: boolean): number {
  const at = Date.parse(value);
  return value.length === 10 && lastMoment ? at + DAY_MS : at;
}

/** `Date.parse` takes 30 February for 2 March: the day must come back as it went in. */
function isRealDate(value: string): boolean {
  if (!DATE_FORM.test(value)) return false;
  const day = value.slice(0, 10);
  const midnight = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(Date.parse(value)) && new Date(midnight).toISOString().startsWith(day);
}

const date = (lastMoment: boolean) =>
  z
    .string({ error: DATE })
    .refine(isRealDate, { error: DATE })
    .transform((value) => moment(value, lastMoment))
    .nullable()
    .default(null);

const skillAtLevel = object({ skill: id, level });
const skills = z.array(skillAtLevel, { error: 'a list of skills with levels' }).max(500).default([]);
const languageCode = z
  .string({ error: 'a language code such as fr' })
  .regex(/^[a-zA-Z]{2,3}$/, { error: 'a language code such as fr' })
  .transform((code) => code.toLowerCase());
const place = z
  .string({ error: 'a code such as BE or EU' })
  .regex(/^[a-zA-Z]{2,3}$/, { error: 'a code such as BE or EU' })
  .transform((code) => code.toUpperCase());
const places = z.array(place, { error: 'a list of codes such as BE or EU' }).max(100).default([]);
const latitude = numberBetween(-90, 90).nullable().default(null);
const longitude = numberBetween(-180, 180).nullable().default(null);
const licence = object({ kind: id, jurisdiction: place });

export const DEFAULT_FRACTION = 0.5;
const relatedSkill = z.union(
  [
    id.transform((skill) => ({ skill, fraction: DEFAULT_FRACTION })),
    object({ skill: id, fraction: numberBetween(0, 1) }),
  ],
  { error: 'the id of a skill, or {"skill": id, "fraction": 0 to 1}' },
);

export const skillLine = object({
  id,
  label: text,
  related: z.array(relatedSkill, { error: 'a list of related skills' }).max(500).default([]),
  broader: texts,
}).transform(({ id: skill, related, broader }): MatchSkill => ({ id: skill, related, broader }));

/** What a person's line may say beside what the scorer takes: the order by visibility needs it. */
export interface PersonLine {
  volunteer: MatchVolunteer;
  exposure: { received: number; due: number } | null;
}

const anywhere = { country: null, lat: null, lng: null, remoteOk: true, radiusKm: null };

export const personLine = object({
  id,
  name: text,
  skills,
  languages: z
    .array(object({ code: languageCode, level: cefr }), { error: 'a list of languages with levels' })
    .max(100)
    .default([]),
  causes: texts,
  jurisdictions: places,
  licences: z.array(licence, { error: 'a list of licences' }).max(100).default([]),
  hoursPerWeek: numberBetween(0, 168).nullable().default(null),
  availableFrom: date(false),
  availableUntil: date(true),
  place: object({
    country: place.nullable().default(null),
    lat: latitude,
    lng: longitude,
    remoteOk: flag.default(true),
    radiusKm: numberBetween(0, 20_000).nullable().default(null),
  }).default(anywhere),
  track: z
    .enum(['professional', 'academic', 'student', 'retired'], { error: 'professional, academic, student or retired' })
    .default('professional'),
  hasSupervisor: flag.default(false),
  responsiveness: object({
    medianReplyHours: numberBetween(0, 100_000).nullable().default(null),
    shareAnswered: numberBetween(0, 1).nullable().default(null),
  }).default({ medianReplyHours: null, shareAnswered: null }),
  interests: object({ parties: texts, files: texts }).default({ parties: [], files: [] }),
  blockedNgos: texts,
  programme: object({ excludedCauses: texts, excludedCounterparties: texts }).nullable().default(null),
  exposure: object({ received: numberBetween(0, 1e9), due: numberBetween(0, 1e9) })
    .nullable()
    .default(null),
}).transform(({ name: _name, exposure, ...volunteer }): PersonLine => ({ volunteer, exposure }));

const rolePlace = object({ remote: flag, country: place.optional(), lat: latitude, lng: longitude })
  .refine(({ remote, country }) => remote || country !== undefined, {
    error: 'a country where the work is not remote',
    path: ['country'],
  })
  .transform(({ remote, country, lat, lng }): RolePlace =>
    remote || country === undefined ? { remote: true } : { remote: false, country, lat, lng },
  );

export const roleLine = object({
  id,
  title: text,
  missionId: id.optional(),
  ngoId: id.optional(),
  mustHave: skills,
  niceToHave: skills,
  languages: z
    .array(object({ code: languageCode, level: cefr, required: flag.default(false) }), {
      error: 'a list of languages with levels',
    })
    .max(100)
    .default([]),
  causes: texts,
  jurisdictions: places,
  licence: object({ kind: id, jurisdiction: place, requiredByLaw: flag.default(false) })
    .nullable()
    .default(null),
  hoursNeeded: numberBetween(0, 100_000).nullable().default(null),
  starts: date(false),
  deadline: date(true),
  place: rolePlace.default({ remote: true }),
  forbidsStudentsWithoutSupervisor: flag.default(false),
  opposingParties: texts,
  conflictFiles: texts,
  acceptedConflicts: texts,
}).transform(({ title: _title, missionId, ngoId, ...role }): MatchRole => ({
  ...role,
  missionId: missionId ?? role.id,
  ngoId: ngoId ?? '',
}));
