/** What the profile form posts: picker pairs, lines of lists, days, and what is half filled. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { MAX_SKILLS, SECTIONS } from './volunteer-input';

/** The paths of the issues; an empty list when all is well. */
function issues(schema: z.ZodType, input: unknown): string[] {
  const result = schema.safeParse(input);
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'));
}

describe('skills', () => {
  it('come as pairs, the last of a kind counts', () => {
    const { skills, version } = SECTIONS.skills.parse({ version: '3', skills: ['eu-law:3', 'drafting:1', 'eu-law:4'] });
    expect(skills).toEqual([
      { slug: 'eu-law', level: 4 },
      { slug: 'drafting', level: 1 },
    ]);
    expect(version).toBe(3);
    expect(SECTIONS.skills.parse({})).toMatchObject({ skills: [], version: null, skillName: '', pick: '' });
  });

  it.each(['eu-law', 'eu-law:5', 'eu-law:0', 'EU law:2', ':2', 'eu-law:2.5', '__proto__:2', 'eu-law:22'])(
    'refuse %j at the field',
    (pair) => {
      expect(issues(SECTIONS.skills, { skills: [pair] })).toEqual(['skills']);
    },
  );

  it('are bounded, and take no foreign key', () => {
    const many = Array.from({ length: MAX_SKILLS + 1 }, (_, i) => `skill-${i}:2`);
    expect(issues(SECTIONS.skills, { skills: many })).toEqual(['skills']);
    expect(issues(SECTIONS.skills, { role: 'administrator' })).toHaveLength(1);
  });
});

describe('lines of a list', () => {
  it('are dropped when empty or taken away, and asked for when half filled', () => {
    const line = (code: string, level: string) => ({ code, level });
    const { languages } = SECTIONS.languages.parse({
      languages: [line('fr', 'C2'), line('', ''), line('remove', 'B1'), line('nl', 'B1')],
    });
    expect(languages).toEqual([line('fr', 'C2'), line('nl', 'B1')]);
    expect(issues(SECTIONS.languages, { languages: [line('fr', 'C2'), line('', ''), line('de', '')] })).toEqual([
      'languages.2.level',
    ]);
    expect(issues(SECTIONS.languages, { languages: [line('', 'C2'), line('klingon', 'C2')] })).toEqual([
      'languages.0.code',
      'languages.1.code',
    ]);
  });

  it('ask a licence for its place and check its year', () => {
    const licence = { kind: 'bar', jurisdiction: 'BE', year: '2015' };
    expect(SECTIONS.licences.parse({ licences: [licence] }).licences).toEqual([{ ...licence, year: 2015 }]);
    expect(issues(SECTIONS.licences, { licences: [{ ...licence, jurisdiction: '' }] })).toEqual([
      'licences.0.jurisdiction',
    ]);
    expect(issues(SECTIONS.licences, { licences: [{ ...licence, year: '15' }] })).toEqual(['licences.0.year']);
  });
});

describe('interests', () => {
  it('are declared, or declared to be none, never both and never silence', () => {
    const line = { kind: 'client', name: 'Nordwind', until: '' };
    expect(issues(SECTIONS.interests, {})).toEqual(['nothing']);
    expect(issues(SECTIONS.interests, { nothing: 'on' })).toEqual([]);
    expect(issues(SECTIONS.interests, { interests: [line] })).toEqual([]);
    expect(issues(SECTIONS.interests, { interests: [line], nothing: 'on' })).toEqual(['nothing']);
    expect(issues(SECTIONS.interests, { interests: [{ ...line, name: '' }] })).toContain('interests.0.name');
    expect(issues(SECTIONS.interests, { interests: [{ ...line, kind: '' }] })).toContain('interests.0.kind');
    expect(issues(SECTIONS.interests, { interests: [{ ...line, until: '2027-02-30' }] })).toContain(
      'interests.0.until',
    );
  });
});

describe('time and place', () => {
  it.each(['-1', '61', 'NaN', '2.5', '', '1e3'])('refuse %j hours', (hoursPerWeek) => {
    expect(new Set(issues(SECTIONS.availability, { hoursPerWeek }))).toEqual(new Set(['hoursPerWeek']));
  });

  it('refuse an end before the beginning, and unknown places', () => {
    expect(
      issues(SECTIONS.availability, { hoursPerWeek: '2', availableFrom: '2027-03-02', availableUntil: '2027-03-01' }),
    ).toEqual(['availableUntil']);
    expect(issues(SECTIONS.place, { country: 'XX' })).toEqual(['country']);
    expect(issues(SECTIONS.place, { citySlug: 'atlantis' })).toEqual(['citySlug']);
    expect(SECTIONS.place.parse({ country: '', citySlug: 'brussels' })).toMatchObject({
      country: null,
      citySlug: 'brussels',
      remote: false,
      radiusKm: null,
    });
  });
});
