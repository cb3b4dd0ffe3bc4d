/** docs/matching.md says what the code does: the weights, the examples and the worked numbers. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_NOW, EXAMPLE_PEOPLE, EXAMPLE_ROLES, EXAMPLE_SKILLS } from '$lib/domains/matching/batch/examples';
import { personLine, roleLine, skillLine } from '$lib/domains/matching/batch/formats';
import { explainPair } from '$lib/domains/matching/explaining/explain-match';
import { EXCLUSIONS } from '$lib/domains/matching/scoring/exclusion-kinds';
import { skillGraph } from '$lib/domains/matching/scoring/skill-graph';
import { CRITERIA, WEIGHTS } from '$lib/domains/matching/weights';

const text = readFileSync(new URL('../../docs/matching.md', import.meta.url), 'utf8');
const rowsOf = (part: string) => part.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));

describe('docs/matching.md', () => {
  it('names the version, the points of every criterion and every exclusion', () => {
    expect(text).toContain(`Version \`${WEIGHTS.version}\``);
    for (const criterion of CRITERIA) {
      const row = rowsOf(text).find((cells) => cells[1] === `\`${criterion}\``);
      expect(row?.[2], criterion).toBe(String(WEIGHTS.points[criterion]));
    }
    for (const kind of EXCLUSIONS) expect(text).toContain(`| \`${kind}\``);
  });

  it('shows the examples that the program prints', () => {
    for (const line of [...EXAMPLE_SKILLS, ...EXAMPLE_PEOPLE, ...EXAMPLE_ROLES]) {
      expect(text).toContain(`\n${JSON.stringify(line)}\n`);
    }
  });

  it('works the example out as the scorer does', () => {
    const context = {
      graph: skillGraph(EXAMPLE_SKILLS.map((line) => skillLine.parse(line))),
      weights: WEIGHTS,
      now: Date.parse(EXAMPLE_NOW),
    };
    const role = roleLine.parse(EXAMPLE_ROLES[0]);
    const [sara, tom] = EXAMPLE_PEOPLE.map((line) => explainPair(role, personLine.parse(line).volunteer, context));
    const worked = rowsOf(text.slice(text.indexOf('### A worked example'), text.indexOf('## Who is kept out')));
    for (const { criterion, applies, weight, value, points } of sara!.criteria) {
      const row = worked.find((cells) => cells[1] === `\`${criterion}\``);
      if (applies) expect(row?.slice(2, 5)).toEqual([weight, value, points].map(String));
    }
    expect(text).toContain(`80.91 / 86 = **${sara!.score.toFixed(4)}**`);
    expect(text).toContain(`24.5 / 83 = ${tom!.score.toFixed(4)}`);
  });
});
