/** A mission as the fields of its form, and what the fields say of a mission not yet saved: for the live preview. Pure. */
import { newId } from '$lib/shared/ids';
import { isCefrLevel, isLanguageCode } from '$lib/domains/skills/language';
import { isSkillLevel } from '$lib/domains/skills/skill';
import { dayIn, DEFAULT_DEADLINE_TIME, instantIn, timeIn } from '../deadline';
import type { RequirableLicence } from '$lib/domains/skills/licences/licence';
import { CONFIDENTIALITIES, type MissionContent, type RoleContent, type SkillNeed } from '../mission';
import type { InstitutionCode } from '../subject/institution';
import { FILE_KINDS, recognisePolicyFile, type FileKind } from '../subject/policy-file';
import { isStage } from '../subject/stage';

/** By the name of the field without `[]`, as a refused form comes back too. */
export type FormValues = Record<string, string | string[]>;

export function textOf(values: FormValues, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}

export function listOf(values: FormValues, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value : [];
}

const pair = (need: SkillNeed) => `${need.slug}:${need.level}`;

function roleValues(role: RoleContent, index: number): FormValues {
  const at = `roles.${index}`;
  const values: FormValues = {
    [`${at}.id`]: role.id,
    [`${at}.title`]: role.title,
    [`${at}.mustHave`]: role.mustHave.map(pair),
    [`${at}.niceToHave`]: role.niceToHave.map(pair),
    [`${at}.hours`]: role.hours === null ? '' : String(role.hours),
    [`${at}.seats`]: String(role.seats),
    [`${at}.licenceKind`]: role.licenceRequired?.kind ?? '',
    [`${at}.licenceJurisdiction`]: role.licenceRequired?.jurisdiction ?? '',
    [`${at}.allowsStudents`]: role.allowsStudents ? 'on' : '',
  };
  role.languages.forEach((need, row) => {
    values[`${at}.languages.${row}.code`] = need.code;
    values[`${at}.languages.${row}.level`] = need.level;
    values[`${at}.languages.${row}.required`] = need.required ? 'on' : '';
  });
  return values;
}

export function valuesOf(content: MissionContent): FormValues {
  const values: FormValues = {
    title: content.title,
    summary: content.summary,
    goal: content.goal,
    language: content.language,
    'decider.institution': content.decider.institution ?? '',
    'decider.unit': content.decider.unit,
    'decider.personRole': content.decider.personRole,
    'file.kind': content.file.kind,
    'file.reference': content.file.reference,
    'file.title': content.file.title,
    'file.url': content.file.url ?? '',
    stage: content.stage ?? '',
    deadlineDay: content.deadline ? dayIn(content.deadline) : '',
    deadlineTime: content.deadline ? timeIn(content.deadline) : DEFAULT_DEADLINE_TIME,
    deadlineReason: content.deadlineReason,
    'place.remote': content.place.remote ? 'on' : '',
    'place.country': content.place.country ?? '',
    'place.citySlug': content.place.citySlug ?? '',
    causes: [...content.causes],
    jurisdictions: [...content.jurisdictions],
    confidentiality: content.confidentiality,
    anonymisedSummary: content.anonymisedSummary,
    opposingParties: content.opposingParties.join('\n'),
  };
  content.deliverables.forEach((deliverable, index) => {
    for (const field of ['id', 'title', 'detail'] as const)
      values[`deliverables.${index}.${field}`] = deliverable[field];
  });
  content.roles.forEach((role, index) => Object.assign(values, roleValues(role, index)));
  return values;
}

/** How many numbered parts there are: `roles.0.…`, `roles.1.…` make two. */
export function countParts(values: FormValues, prefix: string): number {
  const numbers = Object.keys(values).flatMap((name) => {
    const rest = name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1).split('.')[0] : undefined;
    return rest !== undefined && /^\d{1,3}$/.test(rest) ? [Number(rest)] : [];
  });
  return numbers.length === 0 ? 0 : Math.max(...numbers) + 1;
}

/** Keeps what can be kept: half-typed fields count as empty, nothing is refused. */
export function contentOf(values: FormValues): MissionContent {
  const text = (name: string) => textOf(values, name).trim();
  const orNull = <T extends string>(name: string) => (text(name) || null) as T | null;
  const day = text('deadlineDay');
  const time = /^\d\d:\d\d$/.test(text('deadlineTime')) ? text('deadlineTime') : DEFAULT_DEADLINE_TIME;
  const stage = text('stage');
  const language = text('language');
  const kind = FILE_KINDS.find((each) => each === text('file.kind')) ?? 'other';
  const known = recognisePolicyFile(text('file.reference'), kind satisfies FileKind);
  return {
    title: text('title'),
    summary: text('summary'),
    goal: text('goal'),
    language: isLanguageCode(language) ? language : 'en',
    decider: {
      institution: orNull<InstitutionCode>('decider.institution'),
      unit: text('decider.unit'),
      personRole: text('decider.personRole'),
    },
    file: {
      kind: known.kind,
      reference: known.reference,
      title: text('file.title'),
      url: orNull('file.url') ?? known.url,
    },
    stage: isStage(stage) ? stage : null,
    deadline: /^\d{4}-\d{2}-\d{2}$/.test(day) ? instantIn(day, time) : null,
    deadlineReason: text('deadlineReason'),
    deliverables: parts(values, 'deliverables', (at) => ({
      id: text(`${at}.id`) || newId(),
      title: text(`${at}.title`),
      detail: text(`${at}.detail`),
    })),
    roles: parts(values, 'roles', (at) => roleOf(values, at)),
    place: {
      remote: text('place.remote') !== '',
      country: orNull('place.country'),
      citySlug: orNull('place.citySlug'),
    },
    causes: listOf(values, 'causes'),
    jurisdictions: listOf(values, 'jurisdictions'),
    confidentiality: CONFIDENTIALITIES.find((each) => each === text('confidentiality')) ?? 'public',
    anonymisedSummary: text('anonymisedSummary'),
    opposingParties: textOf(values, 'opposingParties')
      .split('\n')
      .flatMap((line) => line.trim() || []),
  };
}

function parts<T>(values: FormValues, prefix: string, make: (at: string) => T): T[] {
  return Array.from({ length: countParts(values, prefix) }, (_, index) => make(`${prefix}.${index}`));
}

function roleOf(values: FormValues, at: string): RoleContent {
  const text = (name: string) => textOf(values, `${at}.${name}`).trim();
  const number = (name: string) => (/^\d{1,3}$/.test(text(name)) ? Number(text(name)) : null);
  const kind = text('licenceKind');
  return {
    id: text('id') || newId(),
    title: text('title'),
    mustHave: needsOf(listOf(values, `${at}.mustHave`)),
    niceToHave: needsOf(listOf(values, `${at}.niceToHave`)),
    languages: parts(values, `${at}.languages`, (row) => {
      const [code, level] = [textOf(values, `${row}.code`), textOf(values, `${row}.level`)];
      if (!isLanguageCode(code)) return [];
      return [
        {
          code,
          level: isCefrLevel(level) ? level : ('B2' as const),
          required: textOf(values, `${row}.required`) !== '',
        },
      ];
    }).flat(),
    hours: number('hours'),
    seats: number('seats') ?? 1,
    licenceRequired: kind
      ? { kind: kind as RequirableLicence, jurisdiction: text('licenceJurisdiction') || 'EU' }
      : null,
    allowsStudents: text('allowsStudents') !== '',
  };
}

export function needsOf(pairs: readonly string[]): SkillNeed[] {
  return pairs.flatMap((each) => {
    const at = each.lastIndexOf(':');
    const level = Number(each.slice(at + 1));
    return at > 0 && isSkillLevel(level) ? [{ slug: each.slice(0, at), level }] : [];
  });
}
