/** The plan and the files of the work that lawyer@ does for ngo@. */
import type { SeedStep } from './plan-stories';

export const WATER_STEPS: readonly SeedStep[] = [
  { title: 'Kick-off, list of articles', on: -33, owner: 'volunteer' },
  { title: 'First draft of articles 1 to 4', on: -26, owner: 'volunteer' },
  { title: 'Comments of the members’ group', on: -15, owner: 'ngo' },
  { title: 'Table of amendments', on: -1, owner: 'volunteer', stands: 0 },
  { title: 'Choice between the versions of 6 and 11', on: 2, owner: 'ngo' },
  { title: 'Justifications', on: 8, owner: 'volunteer', stands: 1 },
];

/** Of the scientist who works beside her, and whose plan she keeps too. */
export const ANNEX_STEPS: readonly SeedStep[] = [
  { title: 'List of substances with their sources', on: -27, owner: 'volunteer' },
  { title: 'Values for annex I, with the evidence for each', on: -12, owner: 'volunteer' },
  { title: 'Questions of the rapporteur’s adviser', on: 4, owner: 'volunteer' },
];

const AMENDMENTS = [
  'Article 1, point 3: the list of substances is reviewed every four years, and the sum of PFAS is part of it.',
  'Article 2, point 1: “good chemical status” is measured at the outlet as well as in the river.',
  'Article 3, point 4: a member state that asks for more time says what it has done in the time it had.',
  'Annex I, row 61: the value for the sum of PFAS is that of the drinking-water rules.',
];

/** Each version as it was handed in. */
export const WATER_TABLES = [
  { name: 'Amendments_first_version.pdf', lines: AMENDMENTS.slice(0, 2) },
  {
    name: 'Amendments_second_version.pdf',
    lines: ['With the numbers of the recitals, as asked.', ...AMENDMENTS, 'Recital 28 supports articles 1 and 3.'],
  },
] as const;
