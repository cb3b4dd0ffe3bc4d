/** Reads the skills, roles and people of a batch from lines, and collects what is wrong with them. Pure. */
import type { z } from 'zod';
import type { MatchRole, MatchSkill, SkillAtLevel } from '../match-input';
import { personLine, roleLine, skillLine, type PersonLine } from './formats';
import { fieldName, firstIssue, nearest, shown, type InputProblem } from './input-problem';
import { LONGEST_LINE, TOO_LONG, type Line } from './line-reader';

type Found = Pick<InputProblem, 'field' | 'expected' | 'got'>;

export interface BatchFile {
  name: string;
  lines: AsyncIterable<Line[]>;
  /** Told of every line that is wrong; returns false to stop reading. */
  report: (problem: InputProblem) => boolean;
}

/** Calls `accept` with every good line; `accept` may still find something wrong with it. */
async function readLines<T>(
  file: BatchFile,
  schema: z.ZodType<T>,
  accept: (value: T, line: number) => Found | null,
): Promise<void> {
  for await (const lines of file.lines) {
    for (const { number, text } of lines) {
      const found = readLine(text, schema, (value) => accept(value, number));
      if (found !== null && !file.report({ file: file.name, line: number, ...found })) return;
    }
  }
}

function readLine<T>(text: string, schema: z.ZodType<T>, accept: (value: T) => Found | null): Found | null {
  if (text === TOO_LONG) {
    return {
      field: 'line',
      expected: `at most ${LONGEST_LINE} characters`,
      got: 'more: is each object on a line of its own?',
    };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { field: 'line', expected: 'one JSON object', got: shown(text) };
  }
  const parsed = schema.safeParse(value);
  return parsed.success ? accept(parsed.data) : firstIssue(parsed.error, value);
}

const given = (what: string, id: string): Found => ({
  field: 'id',
  expected: `an id that no ${what} before it has`,
  got: shown(id),
});

function unknownSkill(path: readonly PropertyKey[], skill: string, known: ReadonlySet<string>): Found {
  const meant = nearest(skill, known);
  const hint = meant === null ? '' : ` (did you mean ${meant}?)`;
  return { field: fieldName(path), expected: `the id of a skill of the skills file${hint}`, got: shown(skill) };
}

function findUnknown(field: string, needs: readonly SkillAtLevel[], known: ReadonlySet<string>): Found | null {
  const at = needs.findIndex(({ skill }) => !known.has(skill));
  return at < 0 ? null : unknownSkill([field, at, 'skill'], needs[at]?.skill ?? '', known);
}

/** A skill may name one that comes later, so names are checked when all are read. */
export async function readSkills(file: BatchFile): Promise<MatchSkill[]> {
  const skills: MatchSkill[] = [];
  const lines: number[] = [];
  const ids = new Set<string>();
  await readLines(file, skillLine, (skill, line) => {
    if (ids.has(skill.id)) return given('skill', skill.id);
    ids.add(skill.id);
    skills.push(skill);
    lines.push(line);
    return null;
  });
  const kept: MatchSkill[] = [];
  for (const [at, skill] of skills.entries()) {
    const related = skill.related ?? [];
    const broader = skill.broader ?? [];
    const wrong =
      findUnknown(
        'related',
        related.map(({ skill: other }) => ({ skill: other, level: 1 })),
        ids,
      ) ??
      findUnknown(
        'broader',
        broader.map((other) => ({ skill: other, level: 1 })),
        ids,
      );
    if (wrong === null) kept.push(skill);
    else if (
      !file.report({ file: file.name, line: lines[at] ?? 0, ...wrong, field: wrong.field.replace(/\.skill$/, '') })
    )
      break;
  }
  return kept;
}

export async function readRoles(file: BatchFile, skills: ReadonlySet<string>): Promise<MatchRole[]> {
  const roles: MatchRole[] = [];
  const ids = new Set<string>();
  await readLines(file, roleLine, (role) => {
    if (ids.has(role.id)) return given('role', role.id);
    const wrong = findUnknown('mustHave', role.mustHave, skills) ?? findUnknown('niceToHave', role.niceToHave, skills);
    if (wrong !== null) return wrong;
    ids.add(role.id);
    roles.push(role);
    return null;
  });
  return roles;
}

/** Hands people over one at a time, so that nobody need be held in memory. `has` says whose id was taken before. */
export async function readPeople(
  file: BatchFile,
  skills: ReadonlySet<string>,
  people: { has: (id: string) => boolean; add: (person: PersonLine) => void },
): Promise<void> {
  await readLines(file, personLine, (person) => {
    const { id, skills: held } = person.volunteer;
    if (people.has(id)) return given('person', id);
    const wrong = findUnknown('skills', held, skills);
    if (wrong === null) people.add(person);
    return wrong;
  });
}
