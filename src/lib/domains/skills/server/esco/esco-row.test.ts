/** From a row of the official file to a concept, or to the reason why not. */
import { describe, expect, it } from 'vitest';
import { escoSlug, readSkill } from './esco-row';

const URI = 'http://data.europa.eu/esco/skill/ce5598ec-5ca4-4f3e-92a2-c55c90ce6038';
const row = (change: Record<string, string> = {}) => ({
  conceptType: 'KnowledgeSkillCompetence',
  conceptUri: URI,
  skillType: 'knowledge',
  preferredLabel: 'competition law',
  altLabels: 'competition regulation\n laws  of competition\ncompetition law\n',
  status: 'released',
  description: 'The legal regulations that maintain market competition.',
  ...change,
});

describe('a row of the skills file', () => {
  it('becomes a concept with clean labels, none repeated', () => {
    const skill = readSkill(row());
    expect(skill).toMatchObject({
      uri: URI,
      label: 'competition law',
      altLabels: ['competition regulation', 'laws of competition'],
      kind: 'knowledge',
    });
  });

  it.each([
    ['not a skill', { conceptType: 'Occupation' }],
    ['not released', { status: 'obsolete' }],
    ['no ESCO address', { conceptUri: 'javascript:alert(1)' }],
    ['no label', { preferredLabel: ' \n ' }],
    ['label too long', { preferredLabel: 'x'.repeat(201) }],
  ])('is skipped: %s', (reason, change) => {
    expect(readSkill(row(change))).toBe(reason);
  });

  it('has the same fingerprint until something we keep changes', () => {
    const hash = (change = {}) => {
      const skill = readSkill(row(change));
      return typeof skill === 'string' ? skill : skill.hash;
    };
    expect(hash({ modifiedDate: '2030-01-01' })).toBe(hash());
    expect(hash({ altLabels: 'antitrust' })).not.toBe(hash());
  });

  it('gets a slug that is readable and the same everywhere', () => {
    expect(escoSlug({ uri: URI, label: 'competition law' })).toBe('competition-law-ce5598ec');
    expect(escoSlug({ uri: 'http://data.europa.eu/esco/skill/S1.2.3', label: '論' })).toMatch(/^skill-[0-9a-f]{8}$/);
  });
});
