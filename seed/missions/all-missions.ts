/** The 120 missions of the demonstration. */
import { DEMOCRACY_MISSIONS } from './democracy';
import { DUTCH_LAND_MISSIONS } from './dutch-land-and-goods';
import { DUTCH_PUBLIC_LIFE_MISSIONS } from './dutch-public-life';
import { FRENCH_LAND_MISSIONS } from './french-land-and-goods';
import { FRENCH_PUBLIC_LIFE_MISSIONS } from './french-public-life';
import { NATURE_MISSIONS } from './nature';
import { PEOPLE_MISSIONS } from './people-and-products';
import { RIVERBEND_MISSIONS } from './riverbend';
import type { SeedMission } from './seed-mission';

export const MISSIONS: readonly SeedMission[] = [
  ...RIVERBEND_MISSIONS,
  ...DEMOCRACY_MISSIONS,
  ...NATURE_MISSIONS,
  ...PEOPLE_MISSIONS,
  ...FRENCH_PUBLIC_LIFE_MISSIONS,
  ...FRENCH_LAND_MISSIONS,
  ...DUTCH_PUBLIC_LIFE_MISSIONS,
  ...DUTCH_LAND_MISSIONS,
];
