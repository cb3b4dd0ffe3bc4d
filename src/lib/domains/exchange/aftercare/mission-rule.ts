/** Whether a promise of a deal may become a mission of who receives it. Pure. */
import type { OrganisationKind, OrganisationState } from '$lib/domains/organisations/organisation';
import { isRegistered, type DealState } from '../deal/deal';

export interface MissionFacts {
  state: DealState;
  category: string;
  kind: OrganisationKind;
  standing: OrganisationState;
}

export type MissionRefusal =
  | 'care_refusal_not_registered'
  | 'care_refusal_over'
  | 'care_refusal_not_knowledge'
  | 'care_refusal_kind'
  | 'care_refusal_suspended';

/** Missions are an NGO's; other organisations agree on the work between themselves. */
export function whyNotMission({ state, category, kind, standing }: MissionFacts): MissionRefusal | null {
  if (category !== 'knowledge') return 'care_refusal_not_knowledge';
  if (!isRegistered(state)) return 'care_refusal_not_registered';
  if (state === 'done' || state === 'infeasible') return 'care_refusal_over';
  if (kind !== 'ngo') return 'care_refusal_kind';
  return standing === 'suspended' ? 'care_refusal_suspended' : null;
}
