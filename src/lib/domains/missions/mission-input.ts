/** What forms may send about missions, and how it becomes content. Pure. */
import { z } from 'zod';
import {
  checkbox,
  choices,
  nullableDay,
  nullableWebAddress,
  nullableWholeNumber,
  optionalText,
  text,
} from '$lib/shared/form-fields';
import { newId, ID_PATTERN } from '$lib/shared/ids';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { cefrLevelSchema, languageCodeSchema, type LanguageCode } from '$lib/domains/skills/language';
import { COUNTRIES, findCity, JURISDICTIONS } from '$lib/domains/skills/place';
import { isSkillLevel, skillSlugSchema } from '$lib/domains/skills/skill';
import { DEFAULT_DEADLINE_TIME, instantIn, wholeMinute } from './deadline';
import { REQUIRABLE_LICENCES } from '$lib/domains/skills/licences/licence';
import { CONFIDENTIALITIES, LIMITS, type MissionContent, type SkillNeed } from './mission';
import { institutionSchema } from './subject/institution';
import { FILE_KINDS, tidyPolicyFile } from './subject/policy-file';
import { MISSION_STAGES } from './subject/stage';
import { TEMPLATE_KEYS, type TemplateKey } from './templates/mission-template';

export interface CreateMission {
  organisationId: string;
  template: TemplateKey | null;
  language: LanguageCode;
  title?: string;
}

export interface SaveMission {
  missionId: string;
  /** The version that the writer started from. */
  version: number;
  content: MissionContent;
}

/** A choice that may be left empty; empty is null. */
const orNull = <T>(schema: z.ZodType<T>) =>
  z
    .string()
    .trim()
    .default('')
    .transform((value, context): T | null => {
      if (value === '') return null;
      const chosen = schema.safeParse(value);
      if (chosen.success) return chosen.data;
      context.addIssue({ code: 'custom', message: 'error_choice' });
      return z.NEVER;
    });

const partId = z
  .string()
  .default('')
  .transform((value) => (ID_PATTERN.test(value) ? value : newId()));

/** `eu-law:3` as the picker sends it. */
const skillNeed = z.string().transform((pair, context): SkillNeed => {
  const at = pair.lastIndexOf(':');
  const slug = skillSlugSchema.safeParse(pair.slice(0, at));
  const level = Number(pair.slice(at + 1));
  if (slug.success && isSkillLevel(level)) return { slug: slug.data, level };
  context.addIssue({ code: 'custom', message: 'error_choice' });
  return z.NEVER;
});

const skillNeeds = z
  .array(skillNeed)
  .max(LIMITS.skills)
  .default([])
  .transform((needs) => [...new Map(needs.map((need) => [need.slug, need])).values()]);

const languageRow = z.strictObject({
  code: orNull(languageCodeSchema),
  level: cefrLevelSchema.default('B2'),
  required: checkbox(),
});

const role = z
  .strictObject({
    id: partId,
    title: optionalText(LIMITS.roleTitle),
    mustHave: skillNeeds,
    niceToHave: skillNeeds,
    /** Without scripts: a skill to add by its name. */
    addMust: optionalText(120),
    addNice: optionalText(120),
    languages: z.array(languageRow).max(LIMITS.languages).default([]),
    hours: nullableWholeNumber(1, LIMITS.hours),
    seats: nullableWholeNumber(1, LIMITS.seats),
    licenceKind: orNull(z.enum(REQUIRABLE_LICENCES)),
    licenceJurisdiction: orNull(z.enum(JURISDICTIONS)),
    allowsStudents: checkbox(),
  })
  .transform(({ languages, seats, licenceKind, licenceJurisdiction, addMust, addNice, ...rest }) => ({
    add: { must: addMust, nice: addNice },
    content: {
      ...rest,
      languages: [
        ...new Map(
          languages.flatMap(({ code, ...need }) => (code ? [[code, { code, ...need }] as const] : [])),
        ).values(),
      ],
      seats: seats ?? 1,
      licenceRequired: licenceKind ? { kind: licenceKind, jurisdiction: licenceJurisdiction ?? 'EU' } : null,
    },
  }));

const deliverable = z.strictObject({
  id: partId,
  title: optionalText(LIMITS.deliverableTitle),
  detail: optionalText(LIMITS.deliverableDetail),
});

/** One name a line, blank lines dropped. */
const lines = (max: number, each: number) =>
  z
    .string()
    .default('')
    .transform((value) => value.split('\n').flatMap((line) => line.trim() || []))
    .pipe(z.array(z.string().max(each)).max(max));

/** The buttons of the form: what to do once everything is saved. */
const INTENT =
  /^(?:save|autosave|submit|add_role|add_deliverable|add_skill|take_heirs|remove_(?:role|deliverable):[0-9a-z]{20})$/;

export const saveMissionForm = z
  .strictObject({
    version: z.coerce.number().int().min(1).max(1e9),
    intent: z.string().regex(INTENT).default('save'),
    title: optionalText(LIMITS.title),
    summary: optionalText(LIMITS.summary),
    goal: optionalText(LIMITS.goal),
    language: languageCodeSchema,
    decider: z.strictObject({
      institution: orNull(institutionSchema),
      unit: optionalText(LIMITS.unit),
      personRole: optionalText(LIMITS.personRole),
    }),
    file: z.strictObject({
      kind: z.enum(FILE_KINDS).default('other'),
      reference: optionalText(LIMITS.reference),
      title: optionalText(LIMITS.fileTitle),
      url: nullableWebAddress(),
    }),
    stage: orNull(z.enum(MISSION_STAGES)),
    deadlineDay: nullableDay(),
    deadlineTime: z
      .string()
      .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d)?$/, 'mission_error_time')
      .default(''),
    deadlineReason: optionalText(LIMITS.deadlineReason),
    deliverables: z.array(deliverable).max(LIMITS.deliverables).default([]),
    roles: z.array(role).max(LIMITS.roles).default([]),
    place: z.strictObject({
      remote: checkbox(),
      country: orNull(z.enum(COUNTRIES)),
      citySlug: orNull(z.string().refine((slug) => findCity(slug) !== null, 'error_choice')),
    }),
    causes: choices(CAUSE_SLUGS, LIMITS.causes),
    jurisdictions: choices(JURISDICTIONS, LIMITS.jurisdictions),
    confidentiality: z.enum(CONFIDENTIALITIES),
    anonymisedSummary: optionalText(LIMITS.summary),
    opposingParties: lines(LIMITS.parties, LIMITS.party),
  })
  .transform(({ version, intent, deadlineDay, deadlineTime, roles, ...rest }) => {
    const content: MissionContent = {
      ...rest,
      deadline: deadlineDay
        ? instantIn(deadlineDay.toISOString().slice(0, 10), deadlineTime || DEFAULT_DEADLINE_TIME)
        : null,
      roles: roles.map((each) => each.content),
    };
    return { version, intent, content, add: roles.map((each) => each.add) };
  });
export type SaveMissionForm = z.output<typeof saveMissionForm>;

/** What every save does to content: references written as institutions write them, a city in its country, whole minutes. */
export function tidyContent(content: MissionContent): MissionContent {
  const { place, deadline } = content;
  const city = place.citySlug === null ? null : findCity(place.citySlug);
  return {
    ...content,
    file: tidyPolicyFile(content.file),
    place: { remote: place.remote, citySlug: city?.slug ?? null, country: city?.country ?? place.country },
    deadline: deadline ? wholeMinute(deadline) : null,
    roles: content.roles.map((role) => ({ ...role, niceToHave: role.niceToHave.filter(isNot(role.mustHave)) })),
  };
}

/** A skill that is needed cannot merely help as well. */
const isNot = (needed: readonly SkillNeed[]) => (need: SkillNeed) => needed.every((other) => other.slug !== need.slug);

export const createMissionForm = z.strictObject({
  organisationId: z.string().regex(ID_PATTERN),
  template: orNull(z.enum(TEMPLATE_KEYS)),
  language: languageCodeSchema,
});

export const noInput = z.strictObject({});
export const reasonForm = z.strictObject({ reason: text(LIMITS.reason, 10) });
export const extendDeadlineForm = z
  .strictObject({
    deadlineDay: nullableDay().refine((day) => day !== null, 'error_required'),
    reason: text(LIMITS.deadlineReason, 5),
    reopen: checkbox(),
  })
  .transform(({ deadlineDay, reason, reopen }) => ({
    deadline: instantIn((deadlineDay ?? new Date(0)).toISOString().slice(0, 10), DEFAULT_DEADLINE_TIME),
    ...{ reason, reopen },
  }));
export const bookmarkForm = z.strictObject({ saved: checkbox() });
