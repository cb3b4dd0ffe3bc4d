/** Who may read and change a mission. Pure: pages use it to offer only what will be allowed. */
import type { Confidentiality, MissionDraft } from './mission';
import { isPublicState, mayStep, type MissionStep } from './mission-state';

/** What is known of somebody who looks at one mission. */
export interface Viewer {
  personId: string | null;
  /** Her role in the mission's NGO, or null. */
  role: 'owner' | 'editor' | 'viewer' | null;
  moderator: boolean;
}

export const STRANGER: Viewer = { personId: null, role: null, moderator: false };

export type Sight =
  /** Everything that is meant for readers. */
  | 'full'
  /** The anonymised summary and what is needed to judge whether one fits. */
  | 'anonymised'
  /** As if there were no such mission. */
  | 'none';

type Seen = Pick<MissionDraft, 'state' | 'confidentiality' | 'publishedAt' | 'roles' | 'clearedFor'>;

/** How much of a mission `viewer` may read. `verified` says whether its NGO is (only verified NGOs have public missions). */
export function sightOf(mission: Seen, viewer: Viewer, verified: boolean): Sight {
  if (viewer.role !== null) return 'full';
  if (viewer.moderator) return mission.state === 'draft' ? 'none' : 'full';
  if (viewer.personId !== null && hasWorkOn(mission, viewer.personId)) return 'full';
  if (!verified) return 'none';
  // A mission that was public and then called off keeps its address, so that links do not break.
  const readable = isPublicState(mission.state) || (mission.state === 'cancelled' && mission.publishedAt !== null);
  if (!readable) return 'none';
  switch (mission.confidentiality) {
    case 'public':
      return 'full';
    case 'members':
      return viewer.personId === null ? 'none' : 'full';
    case 'cleared':
      if (viewer.personId === null) return 'none';
      return mission.clearedFor.includes(viewer.personId) ? 'full' : 'anonymised';
  }
}

function hasWorkOn(mission: Pick<MissionDraft, 'roles'>, personId: string): boolean {
  return mission.roles.some((role) => role.takenBy.some((seat) => seat.personId === personId));
}

/** The confidentialities that lists may show to this reader. */
export function listableConfidentialities(signedIn: boolean): readonly Confidentiality[] {
  return signedIn ? ['public', 'members', 'cleared'] : ['public'];
}

/** Editors and owners of the NGO, while the state allows the step; moderators of every NGO but their own. */
export function canStep(mission: Pick<MissionDraft, 'state'>, viewer: Viewer, step: MissionStep): boolean {
  const byModerator = step === 'publish' || step === 'request_changes' || step === 'reject';
  const may = byModerator
    ? viewer.moderator && viewer.role === null
    : viewer.role === 'editor' || viewer.role === 'owner';
  return may && mayStep(mission.state, step);
}
