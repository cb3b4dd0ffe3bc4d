/** Random roles, volunteers and skills for the property tests, from a world small enough that they often meet. */
import fc from 'fast-check';
import { CEFR_LEVELS } from '$lib/domains/skills/language';
import type { MatchRole, MatchSkill, MatchVolunteer } from '$lib/domains/matching/match-input';

export const NOW = Date.UTC(2027, 2, 1, 9);
export const DAY = 24 * 3_600_000;

export const SKILLS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const code = fc.constantFrom('en', 'fr', 'nl', 'de');
const cause = fc.constantFrom('climate', 'digital', 'health');
const jurisdiction = fc.constantFrom('EU', 'BE', 'FR');
const party = fc.constantFrom('Acme', 'ACME ', 'Umbrella', 'Ünder');
const file = fc.constantFrom('2026/0001(COD)', '2026/0002(COD)');
const ngo = fc.constantFrom('ngo-1', 'ngo-2', 'ngo-3');
const cefr = fc.constantFrom(...CEFR_LEVELS);
const skillAtLevel = fc.record({
  skill: fc.constantFrom(...SKILLS),
  level: fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
});
const day = fc.integer({ min: -20, max: 60 }).map((days) => NOW + days * DAY);
const few = <T>(item: fc.Arbitrary<T>, maxLength = 3) => fc.array(item, { maxLength });
const rarely = <T>(item: fc.Arbitrary<T>) => fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, few(item, 2));
const latLng = fc.record({
  lat: fc.double({ min: 49, max: 53, noNaN: true }),
  lng: fc.double({ min: 2, max: 8, noNaN: true }),
});
const nowhere = fc.constant({ lat: null, lng: null });
const licence = fc.record({ kind: fc.constantFrom('bar', 'Bar', 'patent'), jurisdiction });

export const arbitrarySkills: fc.Arbitrary<MatchSkill[]> = fc
  .tuple(
    ...SKILLS.map((id) =>
      fc.record({
        id: fc.constant(id),
        related: few(
          fc.record({
            skill: fc.constantFrom(...SKILLS),
            fraction: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
          2,
        ),
        broader: few(fc.constantFrom(...SKILLS), 1),
      }),
    ),
  )
  .map((skills) => [...skills]);

export const arbitraryVolunteer: fc.Arbitrary<MatchVolunteer> = fc.record({
  id: fc.uuid(),
  skills: few(skillAtLevel, 5),
  languages: few(fc.record({ code, level: cefr })),
  causes: few(cause),
  jurisdictions: few(jurisdiction),
  licences: few(licence, 2),
  hoursPerWeek: fc.oneof(
    fc.constant(null),
    fc.double({ min: 0, max: 40, noNaN: true }),
    fc.integer({ min: 0, max: 40 }),
  ),
  availableFrom: fc.option(day),
  availableUntil: fc.option(day),
  place: fc
    .record({
      country: fc.constantFrom('BE', 'FR', null),
      at: fc.oneof(latLng, nowhere),
      remoteOk: fc.boolean(),
      radiusKm: fc.option(fc.integer({ min: 0, max: 300 })),
    })
    .map(({ at, ...place }) => ({ ...place, ...at })),
  track: fc.constantFrom('professional', 'academic', 'student', 'retired'),
  hasSupervisor: fc.boolean(),
  responsiveness: fc.record({
    medianReplyHours: fc.option(fc.double({ min: 0, max: 400, noNaN: true })),
    shareAnswered: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  interests: fc.record({ parties: rarely(party), files: rarely(file) }),
  blockedNgos: rarely(ngo),
  programme: fc.option(fc.record({ excludedCauses: rarely(cause), excludedCounterparties: rarely(party) })),
});

/** Volunteers of one list, each with an id of its own. */
export const arbitraryVolunteers = fc.uniqueArray(arbitraryVolunteer, { maxLength: 30, selector: ({ id }) => id });

export const arbitraryRole: fc.Arbitrary<MatchRole> = fc.record({
  id: fc.uuid(),
  missionId: fc.constant('mission'),
  ngoId: ngo,
  mustHave: few(skillAtLevel),
  niceToHave: few(skillAtLevel),
  languages: few(fc.record({ code, level: cefr, required: fc.boolean() })),
  causes: few(cause),
  jurisdictions: few(jurisdiction),
  licence: fc.option(
    fc
      .record({ licence, requiredByLaw: fc.boolean() })
      .map(({ licence: asked, requiredByLaw }) => ({ ...asked, requiredByLaw })),
  ),
  hoursNeeded: fc.option(fc.integer({ min: 0, max: 80 })),
  starts: fc.option(day),
  deadline: fc.option(day),
  place: fc.oneof(
    fc.constant({ remote: true as const }),
    fc
      .record({ country: fc.constantFrom('BE', 'FR', 'NL'), at: fc.oneof(latLng, nowhere) })
      .map(({ country, at }) => ({ remote: false as const, country, ...at })),
  ),
  forbidsStudentsWithoutSupervisor: fc.boolean(),
  opposingParties: rarely(party),
  conflictFiles: rarely(file),
  acceptedConflicts: fc.constant([]),
});
