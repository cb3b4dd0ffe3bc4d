/** Every kind of volunteer. */
import { COMMUNICATION_SPECIALITIES } from './specialities-communication';
import { LAW_SPECIALITIES } from './specialities-law';
import { POLICY_SPECIALITIES } from './specialities-policy';
import { RESEARCH_SPECIALITIES } from './specialities-research';
import type { Speciality } from './speciality';

export const SPECIALITIES: readonly Speciality[] = [
  ...LAW_SPECIALITIES,
  ...POLICY_SPECIALITIES,
  ...RESEARCH_SPECIALITIES,
  ...COMMUNICATION_SPECIALITIES,
];
