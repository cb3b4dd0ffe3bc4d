/** `npm run match`: the program people audit the ranking with. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXAMPLE_NOW, EXAMPLE_PEOPLE, EXAMPLE_ROLES, EXAMPLE_SKILLS } from '$lib/domains/matching/batch/examples';
import { explainPair } from '$lib/domains/matching/explaining/explain-match';
import { bandOf } from '$lib/domains/matching/ranking/bands';
import { skillGraph } from '$lib/domains/matching/scoring/skill-graph';
import { WEIGHTS } from '$lib/domains/matching/weights';
import { aFolder, linesOf, personOf, roleOf, runMatch, type Folder } from './support/match-cli';
import { SYNTHETIC_NOW, syntheticRoles, syntheticSkills, syntheticVolunteers } from './support/synthetic';

let folder: Folder;
let example: string[];
beforeAll(() => {
  folder = aFolder();
  example = [
    '--skills',
    folder.write('skills.jsonl', EXAMPLE_SKILLS),
    '--volunteers',
    folder.write('people.jsonl', EXAMPLE_PEOPLE),
    '--roles',
    folder.write('roles.jsonl', EXAMPLE_ROLES),
    '--now',
    EXAMPLE_NOW,
  ];
});
afterAll(() => folder.remove());

const peopleFrom = (file: string) => [...example.slice(0, 3), file, ...example.slice(4)];

describe('the match program', () => {
  it('MATCH-001 prints one line of JSON for each role, with scores, bands, points and reasons', async () => {
    const { code, out, err } = await runMatch(example);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const [lawyer, designer] = linesOf(out);
    expect(lawyer).toMatchObject({
      role: 'pesticides-lawyer',
      mission: 'pesticides',
      weights: WEIGHTS.version,
      now: '2027-03-01T09:00:00.000Z',
      considered: 3,
      eligible: 2,
      excluded: { language_required: 1, conflict_of_interest: 0 },
      matches: [
        { id: 'sara', band: 9 },
        { id: 'tom', band: 2 },
      ],
    });
    expect(lawyer?.matches[0]?.reasons[0]).toEqual({
      criterion: 'mustHave',
      value: 1,
      weight: 40,
      points: 40,
      key: 'has_all_must_have',
      params: {
        met: [
          { skill: 'eu-law', level: 3 },
          { skill: 'legal-drafting', level: 3 },
        ],
        below: [],
        missing: [],
      },
    });
    expect(designer).toMatchObject({ excluded: { conflict_of_interest: 1 }, matches: [{ id: 'lena', score: 1 }, {}] });
  });

  it('MATCH-002 ranks with the very scorer of the application, to the bit, and everyone', async () => {
    const skills = [...syntheticSkills(40)];
    const people = [...syntheticVolunteers(300, 11, 40)];
    const roles = [...syntheticRoles(25, 12, 40)];
    const { code, out } = await runMatch([
      '--skills',
      folder.write('s.jsonl', skills),
      '--volunteers',
      folder.write('p.jsonl', people.map(personOf)),
      '--roles',
      folder.write('r.jsonl', roles.map(roleOf)),
      '--top',
      '400',
      '--now',
      new Date(SYNTHETIC_NOW).toISOString(),
    ]);
    expect(code).toBe(0);
    const context = { graph: skillGraph(skills), weights: WEIGHTS, now: SYNTHETIC_NOW };
    linesOf(out).forEach((line, at) => {
      const explained = people.map((person) => explainPair(roles[at]!, person, context));
      const ranked = explained.filter(({ exclusions }) => exclusions.length === 0);
      expect(line.eligible).toBe(ranked.length);
      expect(line.matches.map(({ score }) => score)).toEqual(ranked.map(({ score }) => score).sort((a, b) => b - a));
      const byId = new Map(ranked.map((each) => [each.volunteerId, each]));
      for (const match of line.matches) {
        const { score, criteria } = byId.get(match.id)!;
        expect(match.score).toBe(score);
        expect(match.band).toBe(bandOf(score));
        expect(match.reasons.map(({ criterion, points }) => [criterion, points])).toEqual(
          criteria.filter(({ applies }) => applies).map(({ criterion, points }) => [criterion, points]),
        );
      }
    });
  });

  it('MATCH-003 gives the same lines for the same moment, and keeps to --top', async () => {
    const [once, twice] = await Promise.all([
      runMatch([...example, '--top', '1']),
      runMatch([...example, '--top', '1']),
    ]);
    expect(once.out).toBe(twice.out);
    for (const line of linesOf(once.out)) expect(line.matches).toHaveLength(1);
  });

  it('MATCH-004 tells one person where she stands and why, also when she is kept out', async () => {
    const [first, second] = linesOf((await runMatch([...example, '--why', 'tom', '--top', '1'])).out);
    expect(first?.why).toMatchObject({ id: 'tom', higher: 1, exclusions: [] });
    expect(second?.why).toMatchObject({
      higher: null,
      exclusions: [{ kind: 'conflict_of_interest', params: { parties: ['Acme Chemicals'], files: [] } }],
    });
    const stranger = await runMatch([...example, '--why', 'nobody']);
    expect(stranger.code).toBe(2);
    expect(stranger.err).toContain('--why: expected the id of someone in');
  });

  it('MATCH-005 orders by visibility inside a band when asked', async () => {
    const twin = (id: string, received: number) => ({ ...EXAMPLE_PEOPLE[0]!, id, exposure: { received, due: 5 } });
    const people = folder.write('twins.jsonl', [twin('often', 9), twin('never', 0), twin('sometimes', 4)]);
    const [line] = linesOf((await runMatch([...peopleFrom(people), '--order', 'visibility'])).out);
    expect(line?.matches.map(({ id }) => id)).toEqual(['never', 'sometimes', 'often']);
  });

  it('MATCH-006 writes to a file that appears when it is complete', async () => {
    const file = folder.path('out.jsonl');
    const { code, out } = await runMatch([...example, '--out', file]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(readFileSync(file, 'utf8')).toBe((await runMatch(example)).out);
    expect(existsSync(`${file}.part`)).toBe(false);
    const nowhere = await runMatch([...example, '--out', folder.path('no/such/folder/out.jsonl')]);
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('no such file or directory');
  });

  it('MATCH-007 ends in peace when its reader has seen enough', async () => {
    const roles = folder.write(
      'many.jsonl',
      Array.from({ length: 500 }, (_, at) => ({ ...EXAMPLE_ROLES[0]!, id: `r${at}` })),
    );
    const args = example.map((arg) => (arg.endsWith('roles.jsonl') ? roles : arg));
    const { code, out, err } = await runMatch(args, [], 'head -n 1');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(linesOf(out)).toHaveLength(1);
  });

  it('MATCH-008 prints examples that it takes itself, and help', async () => {
    const { out } = await runMatch(['--example']);
    const [, ...parts] = out.split(/^==> .* <==$/m);
    const [skills, people, roles] = parts.map((part, at) => folder.write(`example-${at}.jsonl`, [part.trim()]));
    const args = ['--skills', skills!, '--volunteers', people!, '--roles', roles!, '--now', EXAMPLE_NOW];
    expect((await runMatch(args)).out).toBe((await runMatch(example)).out);
    const help = await runMatch(['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('--skip-invalid');
  });
});

describe('bad input', () => {
  it('MATCH-009 is told by line, field and what was expected, prints nothing and exits with 2', async () => {
    const file = folder.write('bad.jsonl', [
      EXAMPLE_PEOPLE[0],
      { id: 'x', hoursPerWeek: 'six' },
      'not json',
      EXAMPLE_PEOPLE[1],
    ]);
    const { code, out, err } = await runMatch(peopleFrom(file));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err.trim().split('\n')).toEqual([
      `${file} line 2: hoursPerWeek: expected a number from 0 to 168, got "six"`,
      `${file} line 3: line: expected one JSON object, got "not json"`,
    ]);
  });

  it('MATCH-010 is left out with --skip-invalid, and the other lines count as before', async () => {
    const file = folder.write('skipped.jsonl', [EXAMPLE_PEOPLE[0], { id: 'x', skills: 3 }, ...EXAMPLE_PEOPLE.slice(1)]);
    const { code, out, err } = await runMatch([...peopleFrom(file), '--skip-invalid']);
    expect(code).toBe(0);
    expect(out).toBe((await runMatch(example)).out);
    expect(err).toContain('line 2: skills: expected a list of skills with levels, got 3');
    expect(err).toContain('1 line left out');
  });

  it('MATCH-011 stops after twenty wrong lines', async () => {
    const file = folder.write(
      'hopeless.jsonl',
      Array.from({ length: 1000 }, () => ({ nothing: true })),
    );
    const { code, err } = await runMatch(peopleFrom(file));
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(21);
    expect(err).toContain('stopped after 20 lines that are wrong');
  });

  it.each([
    [['--top', '0'], '--top: expected a whole number from 1 to 10000, got 0'],
    [['--top', 'ten'], '--top: expected a whole number from 1 to 10000, got ten'],
    [['--order', 'luck'], '--order: expected score or visibility, got luck'],
    [['--now', 'yesterday'], '--now: expected a moment such as 2027-03-01T09:00:00Z, got yesterday'],
    [['--surprise'], "Unknown option '--surprise'"],
    [['--roles', '/nowhere/roles.jsonl'], "no such file or directory, open '/nowhere/roles.jsonl'"],
    [['--roles', ''], '--roles: expected a file, got nothing'],
  ])('MATCH-012 in the options %j is told and exits with 2', async (more, message) => {
    const { code, out, err } = await runMatch([...example, ...more]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });
});

describe('a large batch', () => {
  it(
    'MATCH-013 ranks 100,000 people for many roles in little memory and shows progress',
    { timeout: 240_000 },
    async () => {
      const skills = folder.write('large-skills.jsonl', syntheticSkills());
      const roles = folder.write('large-roles.jsonl', Array.from(syntheticRoles(50), roleOf));
      const people = folder.write(
        'large-people.jsonl',
        Array.from(syntheticVolunteers(100_000), (each) => JSON.stringify(personOf(each))),
      );
      const now = new Date(SYNTHETIC_NOW).toISOString();
      const args = ['--skills', skills, '--volunteers', people, '--roles', roles, '--now', now];
      const { code, out, err } = await runMatch(args, ['--max-old-space-size=256']);
      expect(code).toBe(0);
      const lines = linesOf(out);
      expect(lines).toHaveLength(50);
      for (const line of lines) expect(line.considered).toBe(100_000);
      const memory = /100000 people ranked for 50 roles in [\d.]+ s, at most (\d+) MB of memory/.exec(err)?.[1];
      expect(Number(memory)).toBeLessThan(600);
    },
  );
});
