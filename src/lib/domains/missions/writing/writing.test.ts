/** What helps while writing: hints on words, the checklist, the estimate; and that a form and its mission agree. */
import { describe, expect, it } from 'vitest';
import { aMissionContent, aRole } from '../../../../../tests/support/factories/missions';
import { formToObject } from '../../../server/forms/parse-form';
import { saveMissionForm } from '../mission-input';
import { missionTemplate } from '../templates/mission-template';
import { checklist, completeness } from './checklist';
import { estimate } from './estimate';
import { differences } from './differences';
import { contentOf, countParts, valuesOf } from './form-values';
import { plainLanguageHints } from './plain-language';

const now = new Date('2027-01-10T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

describe('plain-language hints', () => {
  const kinds = (text: string, language: string) => plainLanguageHints(text, language).map((hint) => hint.kind);

  it('see long sentences, passives, jargon and unexplained letters', () => {
    const long = `${'one two three four five '.repeat(6).trim()}.`;
    expect(plainLanguageHints(long, 'en')).toEqual([expect.objectContaining({ kind: 'long_sentence', words: 30 })]);
    expect(kinds('The report was written by the committee.', 'en')).toEqual(['passive']);
    expect(plainLanguageHints('We utilise evidence.', 'en')[0]).toMatchObject({ text: 'utilise', plainer: 'use' });
    expect(kinds('Help us with the CSDDD.', 'en')).toEqual(['acronym']);
    expect(kinds('Help us with the due diligence law (CSDDD).', 'en')).toEqual([]);
  });

  it('know the three languages, and stay silent on others', () => {
    expect(kinds('Le rapport a été rédigé par la commission.', 'fr')).toEqual(['passive']);
    expect(kinds('Nous écrivons afin de convaincre.', 'fr')).toEqual(['jargon']);
    expect(kinds('Het rapport wordt door de commissie geschreven.', 'nl')).toEqual(['passive']);
    expect(kinds('Wij schrijven teneinde te overtuigen.', 'nl')).toEqual(['jargon']);
    expect(kinds('Der Bericht wurde geschrieben, um zu utilise.', 'de')).toEqual([]);
  });

  it('have nothing to say about plain sentences, and never say more than four things', () => {
    expect(plainLanguageHints('We want cities to close streets on bad days. Tell us how.', 'en')).toEqual([]);
    const bad = 'It was done by us prior to ABC. It was made by us prior to DEF. We leverage synergies with XYZ.';
    expect(plainLanguageHints(bad, 'en')).toHaveLength(4);
    expect(plainLanguageHints('', 'en')).toEqual([]);
  });
});

describe('the checklist', () => {
  it('is complete for a complete mission and names the field of each gap', () => {
    const items = checklist(aMissionContent());
    expect(items.every((item) => item.done)).toBe(true);
    expect(completeness(items)).toBe(1);
    const gaps = checklist(aMissionContent({ stage: null, roles: [aRole(), aRole({ languages: [] })] }));
    expect(gaps.filter((item) => !item.done).map((item) => item.field)).toEqual(['stage', 'roles.1.languages.0.code']);
    expect(completeness(gaps)).toBeLessThan(1);
  });

  it('does not take a template’s questions for an answer', () => {
    const goal = missionTemplate('consultation_response').goal[0];
    const part = (text: string) => checklist(aMissionContent({ goal: text })).find((item) => item.part === 'goal');
    expect(part(goal)?.done).toBe(false);
    expect(part(`${goal}${'We want cities to be free to act. '.repeat(3)}`)?.done).toBe(true);
  });

  it('asks for the anonymised summary where names are withheld', () => {
    const parts = checklist(aMissionContent({ confidentiality: 'cleared' })).filter((item) => !item.done);
    expect(parts.map((item) => [item.part, item.required])).toEqual([
      ['anonymised', true],
      ['parties', false],
    ]);
  });
});

describe('the estimate', () => {
  const of = (hours: number, days: number, usual: { min: number; max: number } | null = null) =>
    estimate(aMissionContent({ roles: [aRole({ hours })], deadline: inDays(days) }), usual, now);

  it('compares hours with what such work usually takes', () => {
    expect(of(30, 60, { min: 20, max: 40 })).toMatchObject({ hours: 30, scope: 'ok' });
    expect(of(8, 60, { min: 20, max: 40 }).scope).toBe('thin');
    expect(of(100, 300, { min: 20, max: 40 }).scope).toBe('wide');
    expect(of(1, 60).scope).toBe('thin');
    expect(estimate(aMissionContent({ roles: [] }), null, now).scope).toBe('unknown');
  });

  it('compares hours with the weeks that are left after review and search', () => {
    expect(of(30, 60)).toMatchObject({ time: 'ok', weekly: 5, daysLeft: 60 });
    expect(of(30, 38)).toMatchObject({ time: 'tight', weekly: 8 });
    expect(of(60, 20).time).toBe('short');
    expect(of(2, 9).time).toBe('short');
    expect(of(30, -1).time).toBe('past');
    expect(estimate(aMissionContent({ deadline: null }), null, now).time).toBe('unknown');
  });
});

describe('two versions', () => {
  it('are compared field by field, whatever the order of lists and the ids of parts', () => {
    const saved = aMissionContent({ causes: ['climate', 'health'] });
    const mine = { ...saved, causes: ['health', 'climate'], title: 'Mine', goal: saved.goal.replaceAll('\n', '\r\n') };
    expect(differences(valuesOf(mine), valuesOf(saved))).toEqual([
      { name: 'title', mine: 'Mine', theirs: saved.title },
    ]);
    const without = { ...saved, roles: [] };
    expect(differences(valuesOf(without), valuesOf(saved)).map((each) => each.name)).toContain('roles.0.title');
  });
});

describe('a mission and its form', () => {
  /** As a browser posts it: lists carry an empty marker, unticked boxes nothing. */
  function posted(values: ReturnType<typeof valuesOf>): FormData {
    const form = new FormData();
    form.set('version', '3');
    for (const [name, value] of Object.entries(values)) {
      if (Array.isArray(value)) for (const each of ['', ...value]) form.append(`${name}[]`, each);
      else if (value !== '' || !/remote$|required$|Students$/.test(name)) form.append(name, value);
    }
    return form;
  }

  const contents = [
    aMissionContent({ deadline: inDays(40) }),
    aMissionContent({
      deadline: null,
      stage: null,
      decider: { institution: null, unit: '', personRole: '' },
      file: { kind: 'other', reference: '', title: '', url: null },
      deliverables: [],
      roles: [],
      place: { remote: false, country: null, citySlug: null },
      causes: [],
      jurisdictions: [],
    }),
    aMissionContent({
      deadline: inDays(90),
      confidentiality: 'cleared',
      opposingParties: ['Wexhaven Oil', 'Its lawyers'],
      roles: [
        aRole({ licenceRequired: { kind: 'bar', jurisdiction: 'BE' }, allowsStudents: false }),
        aRole({
          languages: [
            { code: 'fr', level: 'C2', required: true },
            { code: 'nl', level: 'B1', required: false },
          ],
          hours: null,
          seats: 4,
        }),
      ],
    }),
  ];

  it.each(contents)('say the same, in the browser’s preview and in the server’s parse', (content) => {
    const values = valuesOf(content);
    const parsed = saveMissionForm.parse(formToObject(posted(values)));
    expect(parsed).toMatchObject({ version: 3, intent: 'save' });
    expect(parsed.content).toEqual({ ...content, file: expect.anything() });
    const preview = contentOf(values);
    expect({ ...preview, file: null }).toEqual({ ...content, file: null });
    expect(preview.file.reference).toBe(content.file.reference);
    expect(countParts(values, 'roles')).toBe(content.roles.length);
  });

  it('refuse what no button of ours sends', () => {
    const parse = (change: Record<string, string>) => {
      const form = posted(valuesOf(aMissionContent()));
      for (const [name, value] of Object.entries(change)) form.set(name, value);
      return saveMissionForm.safeParse(formToObject(form));
    };
    expect(parse({ intent: 'add_role' }).success).toBe(true);
    for (const bad of [
      { intent: 'publish' },
      { state: 'published' },
      { organisationId: 'x' },
      { 'roles.0.filledSeats': '0' },
      { 'roles.0.hours': '-1' },
      { 'roles.0.hours': 'NaN' },
      { 'roles.0.seats': '1000' },
      { version: 'first' },
      { deadlineDay: '2027-02-30' },
      { 'file.url': 'javascript:alert(1)' },
    ])
      expect(parse(bad as unknown as Record<string, string>).success, JSON.stringify(bad)).toBe(false);
  });
});
