/** The rules of the employers of the demonstration, and who of the volunteers works there. */
import type { Approval } from '$lib/domains/programmes/programme';
import type { ProgrammeInput } from '$lib/domains/programmes/programme-input';

export interface SeedProgramme {
  key: string;
  rules: Omit<ProgrammeInput, 'domains' | 'version'>;
  teams: readonly string[];
  /** Out of a hundred volunteers who work, and out of a hundred others. */
  share: { workers: number; others: number };
}

const rules = (approval: Approval, yearlyHours: number, capHours: number, excluded: Partial<ProgrammeInput> = {}) => ({
  approval,
  yearlyHours,
  capHours,
  excludedCauses: excluded.excludedCauses ?? [],
  excludedParties: excluded.excludedParties ?? [],
  publicName: excluded.publicName ?? true,
});

export const SEED_PROGRAMMES: readonly SeedProgramme[] = [
  {
    key: 'halden-moor',
    rules: rules('hr', 1600, 80, { excludedParties: ['Nordhavn Chemicals', 'Aurelia Agri Holding'] }),
    teams: ['Environment', 'Public law', 'Litigation', 'Knowledge'],
    share: { workers: 50, others: 14 },
  },
  {
    key: 'noordkade',
    rules: rules('automatic', 360, 60),
    teams: ['Beeld', 'Tekst'],
    share: { workers: 10, others: 3 },
  },
  {
    key: 'brandt-wessel',
    rules: rules('manager', 640, 40, { excludedCauses: ['finance'] }),
    teams: ['Audit', 'Tax'],
    share: { workers: 10, others: 6 },
  },
  {
    key: 'clairvaux-conseil',
    rules: rules('hr', 500, 50),
    teams: ['Statistiques', 'Rédaction'],
    share: { workers: 8, others: 5 },
  },
  {
    key: 'universite-du-kirchberg',
    rules: rules('manager', 400, 60),
    teams: ['Faculty', 'Clinic'],
    share: { workers: 7, others: 4 },
  },
  {
    key: 'tide-and-lantern',
    rules: rules('automatic', 240, 40, { publicName: false }),
    teams: ['Onderzoek', 'Ontwikkeling'],
    share: { workers: 7, others: 3 },
  },
];
