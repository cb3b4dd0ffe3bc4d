/** Reasons and exclusions as people read them, in three languages and from both sides. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aMatchRole, aMatchVolunteer } from '../../../../tests/matching/support/a-match';
import {
  arbitraryRole,
  arbitrarySkills,
  arbitraryVolunteer,
  DAY,
  NOW,
} from '../../../../tests/matching/support/arbitrary-matches';
import { LOCALES, type Locale } from '$lib/shared/locale';
import { exclusionText } from './exclusion-text';
import { explainPair } from './explaining/explain-match';
import type { MatchRole, MatchVolunteer } from './match-input';
import { criterionName, reasonText, type ReasonWords } from './reason-text';
import { skillGraph } from './scoring/skill-graph';
import { CRITERIA, WEIGHTS, type Criterion } from './weights';

const names: Record<string, string> = { a: 'EU law', b: 'legal drafting', c: 'design', d: 'trade law' };
const words = (locale: Locale, who: ReasonWords['who'] = 'they'): ReasonWords => ({
  locale,
  who,
  skill: (slug) => names[slug] ?? slug,
  licence: (kind) => kind,
});

function said(
  criterion: Criterion,
  roleChanges: Partial<MatchRole>,
  volunteerChanges: Partial<MatchVolunteer>,
  spoken: ReasonWords = words('en'),
) {
  const graph = skillGraph([{ id: 'a', related: [{ skill: 'd', fraction: 0.5 }] }, { id: 'd' }]);
  const context = { graph, weights: WEIGHTS, now: NOW };
  const { criteria } = explainPair(aMatchRole(roleChanges), aMatchVolunteer(volunteerChanges), context);
  return reasonText(criteria.find((entry) => entry.criterion === criterion)!.reason, spoken);
}

const two = {
  mustHave: [
    { skill: 'a', level: 3 as const },
    { skill: 'b', level: 2 as const },
  ],
};
const senior = {
  skills: [
    { skill: 'a', level: 3 as const },
    { skill: 'b', level: 3 as const },
  ],
};

describe('a reason', () => {
  it('says that everything needed is there, and at which level', () => {
    expect(said('mustHave', two, senior)).toBe('has both must-have skills at senior level');
    expect(said('mustHave', two, senior, words('en', 'you'))).toBe('you have both must-have skills at senior level');
    const mixed = { skills: [...senior.skills.slice(0, 1), { skill: 'b', level: 4 as const }] };
    expect(said('mustHave', two, mixed)).toBe('has both must-have skills at senior level or above');
    expect(said('mustHave', {}, {})).toBe('has the must-have skill at senior level');
    expect(said('mustHave', two, senior, words('fr'))).toBe('a les deux compétences indispensables au niveau maîtrise');
    expect(said('mustHave', two, senior, words('nl', 'you'))).toBe(
      'je hebt beide nodige vaardigheden op niveau senior',
    );
  });

  it('says what is below its level and what is missing', () => {
    const weak = { skills: [{ skill: 'a', level: 2 as const }] };
    expect(said('mustHave', two, weak)).toBe(
      'EU law at practising level where senior is asked; lacks legal drafting (must-have)',
    );
    const nice = { niceToHave: [{ skill: 'c', level: 1 as const }] };
    expect(said('niceToHave', nice, {})).toBe('lacks design (nice to have)');
    expect(said('related', {}, { skills: [{ skill: 'd', level: 3 }] })).toBe('trade law counts for 50% of EU law');
  });

  it('tells a language that is required from one that is nice to have', () => {
    const languages = [
      { code: 'fr', level: 'B2' as const, required: true },
      { code: 'nl', level: 'B2' as const, required: false },
    ];
    expect(said('languages', { languages }, {})).toBe('speaks French (C1); lacks Dutch (nice to have)');
    expect(said('languages', { languages }, { languages: [{ code: 'fr', level: 'B1' }] }, words('fr'))).toBe(
      'français au niveau B1 alors que B2 est demandé; ne parle pas néerlandais (utile)',
    );
  });

  it('says hours as a sentence', () => {
    expect(said('hours', {}, {})).toBe('is free 6 h a week, enough for the 10 h needed');
    expect(said('hours', { hoursNeeded: 30 }, { availableUntil: NOW + 11 * DAY }, words('en', 'you'))).toBe(
      'you are free 6 h a week until 12 March 2027: 9.4 h of the 30 h needed',
    );
  });

  it('has words for every reason there can be, in every language, from both sides', () => {
    fc.assert(
      fc.property(arbitraryRole, arbitraryVolunteer, arbitrarySkills, (role, volunteer, skills) => {
        const context = { graph: skillGraph(skills), weights: WEIGHTS, now: NOW };
        const { criteria, exclusions } = explainPair(role, volunteer, context);
        for (const locale of LOCALES) {
          for (const who of ['you', 'they'] as const) {
            const texts = [
              ...criteria.map(({ reason }) => reasonText(reason, words(locale, who))),
              ...exclusions.map((exclusion) => exclusionText(exclusion, words(locale, who))),
            ];
            for (const text of texts) expect(text).toMatch(/^(?!.*(undefined|\{|NaN|null)).{3,}$/);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('names every criterion in every language', () => {
    for (const locale of LOCALES) {
      expect(new Set(CRITERIA.map((criterion) => criterionName(criterion, locale))).size).toBe(CRITERIA.length);
    }
  });
});

describe('an exclusion', () => {
  const excluded = (role: Partial<MatchRole>, volunteer: Partial<MatchVolunteer>, spoken = words('en')) =>
    explainPair(aMatchRole(role), aMatchVolunteer(volunteer), { graph: new Map(), weights: WEIGHTS, now: NOW })
      .exclusions.map((exclusion) => exclusionText(exclusion, spoken))
      .join(' | ');

  it('says what clashes', () => {
    const nl = { languages: [{ code: 'nl', level: 'B2' as const, required: true }] };
    expect(excluded(nl, {})).toBe('does not speak what is required: Dutch (B2)');
    expect(excluded({ opposingParties: ['Acme'] }, { interests: { parties: ['acme'], files: [] } })).toBe(
      'declared an interest that conflicts: Acme',
    );
    expect(
      excluded({}, { programme: { excludedCauses: ['climate'], excludedCounterparties: [] } }, words('nl', 'you')),
    ).toBe('het programma van je werkgever weigert dit: Klimaat en energie');
  });

  it('says when someone is free instead', () => {
    expect(excluded({}, { hoursPerWeek: 0 })).toBe('gives no hours at present');
    expect(excluded({}, { availableFrom: NOW + 80 * DAY })).toBe('is free only from 20 May 2027, which is too late');
    expect(excluded({}, { availableUntil: NOW - DAY }, words('fr', 'you'))).toBe(
      'vous êtes disponible seulement jusqu’au 28 février 2027, trop tôt',
    );
    expect(excluded({}, { availableFrom: NOW - 9 * DAY, availableUntil: NOW - DAY })).toBe(
      'is not free while the work lasts',
    );
  });
});
