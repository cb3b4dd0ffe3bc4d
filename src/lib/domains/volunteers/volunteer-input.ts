/** What the sections of the profile form post. Each section is saved by itself. */
import { z } from 'zod';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { isCefrLevel, isLanguageCode, type LanguageSkill } from '$lib/domains/skills/language';
import { countrySchema, citySchema, isJurisdiction, JURISDICTIONS } from '$lib/domains/skills/place';
import { isLicenceKind } from '$lib/domains/skills/licences/licence';
import { isSkillLevel, skillSlugSchema } from '$lib/domains/skills/skill';
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
import {
  INTEREST_KINDS,
  TRACKS,
  VISIBILITIES,
  type HeldLicence,
  type HeldSkill,
  type Interest,
  type InterestKind,
} from './volunteer';

export const MAX_SKILLS = 40;
export const MAX_LANGUAGES = 20;
export const MAX_LICENCES = 10;
export const MAX_INTERESTS = 50;

/** The choice that takes a line of a list away. */
export const REMOVE = 'remove';

/** The version of the profile that the form was filled from; empty while there is none. */
const version = nullableWholeNumber(1, 1_000_000_000);

function lastPerKey<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

export const aboutSchema = z.strictObject({
  version,
  headline: text(120, 3),
  bio: optionalText(4000),
  track: z.enum(TRACKS),
  supervisorName: optionalText(120),
  supervisorEmail: z.union([z.literal(''), email()]).default(''),
  employerName: nullableText(120),
});

export const skillsSchema = z.strictObject({
  version,
  /** As the picker posts them: `eu-law:3`. */
  skills: z
    .array(z.string().max(130))
    .max(MAX_SKILLS)
    .default([])
    .transform((pairs, context): HeldSkill[] => {
      const skills = pairs.flatMap((posted) => {
        const [, slug = '', digit = ''] = /^(.+):(\d)$/.exec(posted) ?? [];
        const level = Number(digit);
        return skillSlugSchema.safeParse(slug).success && isSkillLevel(level) ? [{ slug, level }] : [];
      });
      if (skills.length < pairs.length)
        context.issues.push({ code: 'custom', message: 'error_choice', input: pairs, path: [] });
      return lastPerKey(skills, (skill) => skill.slug);
    }),
  /** Without scripts: a skill to add by its name, and which one is meant where several are called so. */
  skillName: optionalText(100),
  pick: z.union([z.literal(''), skillSlugSchema]).default(''),
});

/** A line that is empty or taken away counts for nothing; what is half filled is asked for. */
interface LineIssue {
  field: string;
  message: string;
}

/** Lines of a list, each of which becomes an item, nothing (null), or an issue at one of its fields. */
function lines<S extends z.ZodType, T>(line: S, max: number, read: (line: z.output<S>) => T | null | LineIssue) {
  return z
    .array(line)
    .max(max + 10)
    .default([])
    .transform((posted, context): T[] => {
      const items: T[] = [];
      posted.forEach((each, index) => {
        const item = read(each);
        if (item === null) return;
        if (typeof item === 'object' && 'message' in (item as object)) {
          const { field, message } = item as LineIssue;
          context.issues.push({ code: 'custom', message, input: each, path: [index, field] });
        } else items.push(item as T);
      });
      if (items.length > max)
        context.issues.push({ code: 'too_big', origin: 'array', maximum: max, input: posted, path: [] });
      return items;
    });
}

const word = () => z.string().trim().max(40).default('');

export const languagesSchema = z.strictObject({
  version,
  languages: lines(
    z.strictObject({ code: word(), level: word() }),
    MAX_LANGUAGES,
    ({ code, level }): LanguageSkill | null | LineIssue => {
      if (code === REMOVE || (code === '' && level === '')) return null;
      if (!isLanguageCode(code)) return { field: 'code', message: 'error_choice' };
      return isCefrLevel(level) ? { code, level } : { field: 'level', message: 'error_choice' };
    },
  ).transform((languages) => lastPerKey(languages, (language) => language.code)),
});

export const availabilitySchema = z
  .strictObject({
    version,
    hoursPerWeek: wholeNumber(0, 60),
    availableFrom: nullableDay(),
    availableUntil: nullableDay(),
  })
  .refine(({ availableFrom, availableUntil }) => !availableFrom || !availableUntil || availableFrom <= availableUntil, {
    path: ['availableUntil'],
    message: 'profile_error_until_before_from',
  });

export const placeSchema = z.strictObject({
  version,
  country: z
    .union([z.literal(''), countrySchema])
    .default('')
    .transform((value) => value || null),
  citySlug: z
    .union([z.literal(''), citySchema])
    .default('')
    .transform((value) => value || null),
  remote: checkbox(),
  radiusKm: nullableWholeNumber(0, 2000),
});

export const causesSchema = z.strictObject({
  version,
  causes: choices(CAUSE_SLUGS),
  showCauses: checkbox(),
});

const isInterestKind = (value: string): value is InterestKind => (INTEREST_KINDS as readonly string[]).includes(value);

export const licencesSchema = z.strictObject({
  version,
  jurisdictions: choices(JURISDICTIONS),
  licences: lines(
    z.strictObject({ kind: word(), jurisdiction: word(), year: nullableWholeNumber(1940, 2100) }),
    MAX_LICENCES,
    ({ kind, jurisdiction, year }): HeldLicence | null | LineIssue => {
      if (kind === REMOVE || (kind === '' && jurisdiction === '' && year === null)) return null;
      if (!isLicenceKind(kind)) return { field: 'kind', message: 'error_choice' };
      if (!isJurisdiction(jurisdiction)) return { field: 'jurisdiction', message: 'error_choice' };
      return { kind, jurisdiction, year };
    },
  ),
});

export const interestsSchema = z
  .strictObject({
    version,
    /** "I have nothing to declare." */
    nothing: checkbox(),
    interests: lines(
      z.strictObject({ kind: word(), name: optionalText(200), until: nullableDay() }),
      MAX_INTERESTS,
      ({ kind, name, until }): Interest | null | LineIssue => {
        if (kind === REMOVE || (kind === '' && name === '' && until === null)) return null;
        if (!isInterestKind(kind)) return { field: 'kind', message: 'error_choice' };
        return name === '' ? { field: 'name', message: 'error_required' } : { kind, name, until };
      },
    ),
  })
  .refine(({ nothing, interests }) => nothing || interests.length > 0, {
    path: ['nothing'],
    message: 'profile_error_interests_unsaid',
  })
  .refine(({ nothing, interests }) => !nothing || interests.length === 0, {
    path: ['nothing'],
    message: 'profile_error_interests_both',
  });

export const visibilitySchema = z.strictObject({ version, visibility: z.enum(VISIBILITIES) });

/** For pausing, resuming and removing: a button and nothing else. */
export const nothingSchema = z.strictObject({});

/** For taking what took the place of retired skills. */
export const heirsSchema = z.strictObject({ version: wholeNumber(1, 1_000_000_000) });

/** Every section with its schema, in the order of the page: the name is that of the form action too. */
export const SECTIONS = {
  skills: skillsSchema,
  languages: languagesSchema,
  availability: availabilitySchema,
  about: aboutSchema,
  place: placeSchema,
  licences: licencesSchema,
  causes: causesSchema,
  interests: interestsSchema,
  visibility: visibilitySchema,
} as const;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as Section[];

/** What the form says to itself and the profile does not keep. */
export const FORM_ONLY = ['version', 'nothing', 'skillName', 'pick'] as const;

type Values<S extends Section> = Omit<z.output<(typeof SECTIONS)[S]>, (typeof FORM_ONLY)[number]>;
/** The law one knows may be left as it is. */
type LicenceValues = Pick<Values<'licences'>, 'licences'> & Partial<Values<'licences'>>;
export type SectionInput =
  | { [S in Exclude<Section, 'licences'>]: { section: S; values: Values<S> } }[Exclude<Section, 'licences'>]
  | { section: 'licences'; values: LicenceValues };
