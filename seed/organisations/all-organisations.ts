/** The organisations of the demonstration, in the order in which they were entered. */
import { BELGIAN_ORGANISATIONS } from './belgium';
import { CENTRAL_ORGANISATIONS } from './central-europe';
import { EMPLOYERS } from './employers';
import { FRENCH_ORGANISATIONS } from './france';
import { DUTCH_ORGANISATIONS } from './netherlands';
import type { SeedOrganisation } from './seed-organisation';
import { SOUTHERN_AND_NORTHERN_ORGANISATIONS } from './south-and-north';

export const ORGANISATIONS: readonly SeedOrganisation[] = [
  ...BELGIAN_ORGANISATIONS,
  ...DUTCH_ORGANISATIONS,
  ...FRENCH_ORGANISATIONS,
  ...CENTRAL_ORGANISATIONS,
  ...SOUTHERN_AND_NORTHERN_ORGANISATIONS,
  ...EMPLOYERS,
].toSorted((a, b) => b.joined - a.joined);
