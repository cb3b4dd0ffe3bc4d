/** A complete small batch: the examples of docs/matching.md, printed by `npm run match -- --example`. */

export const EXAMPLE_NOW = '2027-03-01T09:00:00Z';

export const EXAMPLE_SKILLS = [
  { id: 'law', label: 'Law' },
  { id: 'eu-law', label: 'EU law', broader: ['law'], related: [{ skill: 'legal-drafting', fraction: 0.3 }] },
  { id: 'competition-law', label: 'EU competition law', broader: ['eu-law'] },
  { id: 'legal-drafting', label: 'Legal drafting' },
  { id: 'design', label: 'Information design' },
];

export const EXAMPLE_PEOPLE = [
  {
    id: 'sara',
    name: 'Sara',
    skills: [
      { skill: 'eu-law', level: 3 },
      { skill: 'legal-drafting', level: 3 },
    ],
    languages: [
      { code: 'en', level: 'C2' },
      { code: 'fr', level: 'C1' },
    ],
    causes: ['climate'],
    jurisdictions: ['EU', 'BE'],
    licences: [{ kind: 'bar', jurisdiction: 'BE' }],
    hoursPerWeek: 6,
    availableUntil: '2027-06-30',
    place: { country: 'BE', lat: 50.847, lng: 4.352, remoteOk: true, radiusKm: 40 },
    track: 'professional',
    responsiveness: { medianReplyHours: 20, shareAnswered: 0.9 },
  },
  {
    id: 'tom',
    skills: [{ skill: 'competition-law', level: 4 }],
    languages: [{ code: 'fr', level: 'B2' }],
    causes: ['climate', 'consumers'],
    hoursPerWeek: 4,
    interests: { parties: ['Acme Chemicals'], files: ['2021/0106(COD)'] },
  },
  {
    id: 'lena',
    skills: [{ skill: 'design', level: 4 }],
    languages: [
      { code: 'en', level: 'C1' },
      { code: 'nl', level: 'C2' },
    ],
    hoursPerWeek: 10,
  },
];

export const EXAMPLE_ROLES = [
  {
    id: 'pesticides-lawyer',
    title: 'Lawyer for the consultation on pesticides',
    missionId: 'pesticides',
    ngoId: 'clear-water',
    mustHave: [
      { skill: 'eu-law', level: 3 },
      { skill: 'legal-drafting', level: 2 },
    ],
    languages: [
      { code: 'fr', level: 'B2', required: true },
      { code: 'nl', level: 'B1', required: false },
    ],
    causes: ['climate'],
    jurisdictions: ['EU'],
    hoursNeeded: 30,
    deadline: '2027-04-30',
    place: { remote: true },
  },
  {
    id: 'pesticides-designer',
    missionId: 'pesticides',
    ngoId: 'clear-water',
    mustHave: [{ skill: 'design', level: 2 }],
    hoursNeeded: 20,
    deadline: '2027-04-30T16:00:00Z',
    opposingParties: ['Acme Chemicals'],
  },
];
