/** A mission as the moderators' page takes it: the part of the missions domain's presenter that a component may name. */
import type { CardMission } from '$lib/domains/missions/components/card';
import type { Confidentiality, Deliverable } from '$lib/domains/missions/mission';
import type { PolicyFile } from '$lib/domains/missions/subject/policy-file';

export interface ReviewedMission extends CardMission {
  goalHtml: string;
  unit: string;
  personRole: string;
  file: PolicyFile | null;
  deadlineReason: string;
  deliverables: readonly Deliverable[];
  confidentiality: Confidentiality;
  anonymisedSummary: string;
  opposingParties: readonly string[];
}
