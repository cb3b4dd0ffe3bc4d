/** What the sections of the profile form post. Each section is saved by itself. */
import { z } from 'zod';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { languageSkillSchema } from '$lib/domains/skills/language';
import { countrySchema, citySchema, JURISDICTIONS, jurisdictionSchema } from '$lib/domains/skills/place';
import { isSkillLevel, skillSlugSchema, type SkillLevel } from '$lib/domains/skills/skill';
import {
  checkbox,
  choices,
  email,
  nullableDay,
  nullableText,
  nullableWholeNumber,
  optionalText,
  text,
  wholeNumber,
} from '$lib/shared/form-fields';
import { INTEREST_KINDS, LICENCE_KINDS, TRACKS, VISIBILITIES } from './volunteer';

export const MAX_SKILLS = 40;

/** A level posted as text, 1 to 4. */
const level = z
  .string()
  .refine((value) => isSkillLevel(Number(value)), 'error_choice')
  .transform((value) => Number(value) as SkillLevel);

const onePerKey =
  <T>(key: (item: T) => string) =>
  (items: T[]) => [...new Map(items.map((item) => [key(item), item])).values()];

export const aboutSchema = z.strictObject({
  headline: text(120, 3),
  bio: optionalText(4000),
  track: z.enum(TRACKS),
  supervisorName: optionalText(120),
  supervisorEmail: z.union([z.literal(''), email()]).default(''),
  employerName: nullableText(120),
});

export const skillsSchema = z.strictObject({
  skills: z
    .array(z.strictObject({ slug: skillSlugSchema, level }))
    .max(MAX_SKILLS)
    .default([])
    .transform(onePerKey((skill) => skill.slug)),
});

export const languagesSchema = z.strictObject({
  languages: z
    .array(languageSkillSchema)
    .max(20)
    .default([])
    .transform(onePerKey((language) => language.code)),
});

export const availabilitySchema = z
  .strictObject({
    hoursPerWeek: wholeNumber(0, 60),
    availableFrom: nullableDay(),
    availableUntil: nullableDay(),
  })
  .refine(({ availableFrom, availableUntil }) => !availableFrom || !availableUntil || availableFrom <= availableUntil, {
    path: ['availableUntil'],
    message: 'profile_error_until_before_from',
  });

export const placeSchema = z.strictObject({
  country: z.union([z.literal(''), countrySchema]).transform((value) => value || null),
  citySlug: z
    .union([z.literal(''), citySchema])
    .default('')
    .transform((value) => value || null),
  remote: checkbox(),
  radiusKm: nullableWholeNumber(0, 2000),
});

export const causesSchema = z.strictObject({
  causes: choices(CAUSE_SLUGS),
  jurisdictions: choices(JURISDICTIONS),
  showCauses: checkbox(),
});

export const licencesSchema = z.strictObject({
  licences: z
    .array(
      z.strictObject({
        kind: z.enum(LICENCE_KINDS),
        jurisdiction: jurisdictionSchema,
        year: nullableWholeNumber(1940, 2100),
      }),
    )
    .max(10)
    .default([]),
});

export const interestsSchema = z.strictObject({
  interests: z
    .array(z.strictObject({ kind: z.enum(INTEREST_KINDS), name: text(200), until: nullableDay() }))
    .max(50)
    .default([]),
});

export const visibilitySchema = z.strictObject({ visibility: z.enum(VISIBILITIES) });

/** Every section with its schema: the name is that of the form action too. */
export const SECTIONS = {
  about: aboutSchema,
  skills: skillsSchema,
  languages: languagesSchema,
  availability: availabilitySchema,
  place: placeSchema,
  causes: causesSchema,
  licences: licencesSchema,
  interests: interestsSchema,
  visibility: visibilitySchema,
} as const;

export type Section = keyof typeof SECTIONS;
export type SectionInput = { [S in Section]: { section: S; values: z.output<(typeof SECTIONS)[S]> } }[Section];
