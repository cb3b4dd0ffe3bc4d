/** Reading a batch: lines from any pieces, formats with their defaults, and what is said of a line that is wrong. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_PEOPLE, EXAMPLE_ROLES, EXAMPLE_SKILLS } from './examples';
import { personLine, roleLine, skillLine } from './formats';
import { problemText, type InputProblem } from './input-problem';
import { linesOf, LONGEST_LINE, TOO_LONG, type Line } from './line-reader';
import { readPeople, readRoles, readSkills } from './read-files';

async function* pieces(...parts: Uint8Array[]) {
  for (const part of parts) yield await Promise.resolve(part);
}
async function read(...parts: Uint8Array[]): Promise<Line[]> {
  const all: Line[] = [];
  for await (const lines of linesOf(pieces(...parts))) all.push(...lines);
  return all;
}
const bytes = (text: string) => new TextEncoder().encode(text);

/** Reads the lines as the file of one kind; gives what was kept and the problems in words. */
async function readAs(kind: 'skills' | 'people' | 'roles', ...lines: unknown[]) {
  const problems: InputProblem[] = [];
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
  const file = {
    name: `${kind}.jsonl`,
    lines: linesOf(pieces(bytes(text))),
    report: (problem: InputProblem) => problems.push(problem) > 0,
  };
  const known = new Set(['law', 'eu-law']);
  const kept: { id: string }[] = [];
  if (kind === 'skills') kept.push(...(await readSkills(file)));
  if (kind === 'roles') kept.push(...(await readRoles(file, known)));
  if (kind === 'people') {
    await readPeople(file, known, {
      has: (id) => kept.some((person) => person.id === id),
      add: ({ volunteer }) => kept.push(volunteer),
    });
  }
  return { kept: kept.map(({ id }) => id), problems: problems.map(problemText) };
}

describe('lines', () => {
  it('do not depend on how the bytes come in pieces', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', ' ', '"', 'é', '€', '😀'), maxLength: 12 }), { maxLength: 12 }),
        fc.array(fc.nat(60), { maxLength: 6 }),
        async (texts, cuts) => {
          const all = bytes(texts.join('\n'));
          const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
          const parts = edges.slice(1).map((edge, at) => all.slice(edges[at], edge));
          const expected = texts.map((text, at) => ({ number: at + 1, text })).filter(({ text }) => text.trim() !== '');
          expect(await read(...parts)).toEqual(expected);
        },
      ),
    );
  });

  it('lose the byte order mark and carriage returns, count blank lines and keep no line that is far too long', async () => {
    expect(await read(bytes('\ufeff{}\r\n\r\n\n[]'))).toEqual([
      { number: 1, text: '{}' },
      { number: 4, text: '[]' },
    ]);
    const long = bytes('x'.repeat(LONGEST_LINE + 1));
    expect(await read(bytes('a\n'), long, long, bytes('x\nb'))).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: TOO_LONG },
      { number: 3, text: 'b' },
    ]);
    expect(await read(long)).toEqual([{ number: 1, text: TOO_LONG }]);
  });
});

describe('the formats', () => {
  it('take their own examples', () => {
    for (const line of EXAMPLE_SKILLS) expect(skillLine.parse(line).id).toBe(line.id);
    for (const line of EXAMPLE_PEOPLE) expect(personLine.parse(line).volunteer.id).toBe(line.id);
    for (const line of EXAMPLE_ROLES) expect(roleLine.parse(line).missionId).toBe(line.missionId);
  });

  it('need an id and no more', () => {
    expect(skillLine.parse({ id: 's' })).toEqual({ id: 's', related: [], broader: [] });
    expect(personLine.parse({ id: 'p' }).volunteer).toMatchObject({
      skills: [],
      hoursPerWeek: null,
      availableFrom: null,
      track: 'professional',
      place: { country: null, remoteOk: true },
      programme: null,
    });
    expect(roleLine.parse({ id: 'r' })).toMatchObject({
      missionId: 'r',
      ngoId: '',
      place: { remote: true },
      licence: null,
    });
  });

  it('take a day until its end where it ends something, and from its beginning where it begins', () => {
    const { volunteer } = personLine.parse({ id: 'p', availableFrom: '2027-03-01', availableUntil: '2027-03-12' });
    expect(new Date(volunteer.availableFrom!).toISOString()).toBe('2027-03-01T00:00:00.000Z');
    expect(new Date(volunteer.availableUntil!).toISOString()).toBe('2027-03-13T00:00:00.000Z');
    const role = roleLine.parse({ id: 'r', deadline: '2027-03-12T17:00:00+01:00' });
    expect(new Date(role.deadline!).toISOString()).toBe('2027-03-12T16:00:00.000Z');
  });

  it('write codes alike and give a related skill without a fraction a half', () => {
    expect(
      personLine.parse({ id: 'p', languages: [{ code: 'FR', level: 'B2' }], jurisdictions: ['be'] }).volunteer,
    ).toMatchObject({
      languages: [{ code: 'fr' }],
      jurisdictions: ['BE'],
    });
    expect(skillLine.parse({ id: 's', related: ['t'] }).related).toEqual([{ skill: 't', fraction: 0.5 }]);
  });
});

describe('a line that is wrong', () => {
  it.each([
    [{}, 'id: expected a text of 1 to 200 characters, got nothing'],
    ['{"id": "p"', 'line: expected one JSON object, got "{\\"id\\": \\"p\\""'],
    [[], 'line: expected an object with the fields id, name, skills'],
    [
      { id: 'p', skills: [{ skill: 'eu-law', level: 7 }] },
      'skills[0].level: expected a level: 1 (learning), 2 (practising), 3 (senior) or 4 (expert), got 7',
    ],
    [{ id: 'p', skills: 'eu-law' }, 'skills: expected a list of skills with levels, got "eu-law"'],
    [
      { id: 'p', skills: [{ skill: 'eu-lwa', level: 2 }] },
      'skills[0].skill: expected the id of a skill of the skills file (did you mean eu-law?), got "eu-lwa"',
    ],
    [
      { id: 'p', languages: [{ code: 'fr', level: 'good' }] },
      'languages[0].level: expected a CEFR level: A1, A2, B1, B2, C1 or C2, got "good"',
    ],
    [{ id: 'p', hoursPerWeek: -1 }, 'hoursPerWeek: expected a number from 0 to 168, got -1'],
    [{ id: 'p', hoursPerweek: 4 }, 'hoursPerweek: expected no such field, got 4'],
    [{ id: 'p', place: { lat: 91 } }, 'place.lat: expected a number from -90 to 90, got 91'],
    [
      { id: 'p', availableUntil: '2027-02-30' },
      'availableUntil: expected a date such as 2027-03-12, or a moment such as 2027-03-12T17:00:00Z, got "2027-02-30"',
    ],
    [{ id: 'p', availableUntil: '2027-02-03T10:00' }, 'availableUntil: expected a date such as 2027-03-12'],
    [{ id: 'p', track: 'wizard' }, 'track: expected professional, academic, student or retired, got "wizard"'],
  ])('%j is told by its line, its field and what was expected', async (line, message) => {
    const { kept, problems } = await readAs('people', { id: 'before' }, line, { id: 'after' });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`people.jsonl line 2: ${message}`);
    expect(kept).toEqual(['before', 'after']);
  });

  it.each([
    [
      { id: 'r', place: { remote: false } },
      'place.country: expected a country where the work is not remote, got nothing',
    ],
    [{ id: 'r', licence: { kind: 'bar' } }, 'licence.jurisdiction: expected a code such as BE or EU, got nothing'],
    [
      { id: 'r', niceToHave: [{ skill: 'cooking', level: 1 }] },
      'niceToHave[0].skill: expected the id of a skill of the skills file, got "cooking"',
    ],
    [{ id: 'r', deadline: 20270312 }, 'deadline: expected a date such as 2027-03-12'],
  ])('%j is told for roles too', async (line, message) => {
    expect((await readAs('roles', line)).problems[0]).toContain(`roles.jsonl line 1: ${message}`);
  });

  it('is one whose id was taken', async () => {
    for (const kind of ['skills', 'people', 'roles'] as const) {
      const { kept, problems } = await readAs(kind, { id: 'x' }, { id: 'x' });
      expect(kept).toEqual(['x']);
      expect(problems[0]).toMatch(/line 2: id: expected an id that no \w+ before it has, got "x"/);
    }
  });

  it('is a skill that names one that is not there; one that comes later is fine', async () => {
    const { kept, problems } = await readAs(
      'skills',
      { id: 'a', broader: ['b'] },
      { id: 'b', related: [{ skill: 'nowhere', fraction: 0.5 }] },
    );
    expect(kept).toEqual(['a']);
    expect(problems).toEqual([
      'skills.jsonl line 2: related[0]: expected the id of a skill of the skills file, got "nowhere"',
    ]);
  });

  it('is one with a fraction that is none', async () => {
    const { problems } = await readAs('skills', { id: 'a', related: [{ skill: 'a', fraction: 50 }] });
    expect(problems[0]).toContain('related[0].fraction: expected a number from 0 to 1, got 50');
    const mixed = await readAs('skills', { id: 'a', related: [7] });
    expect(mixed.problems[0]).toContain('related[0]: expected the id of a skill, or {"skill": id, "fraction": 0 to 1}');
  });
});
