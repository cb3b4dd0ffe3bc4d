/** A team: everyone engaged on one mission, and who of them may know whom. Pure. */
import type { Credit, EngagementState, Party } from '../engagement/engagement';

export interface TeamMember {
  personId: string;
  state: EngagementState;
  credit: Credit | null;
  /** Her own choice; null until she has made one, then being named in public counts as a yes. */
  teamVisible?: boolean | null;
}

/** Her name is known to the others of her team: she has begun, and agreed to be named in public or to them. */
export function isShownToTeam({ state, credit, teamVisible }: TeamMember): boolean {
  return state !== 'proposed' && (teamVisible ?? credit === 'named');
}

export interface TeamReader {
  personId: string | null;
  side: Party;
  /** Of her own work on the mission, while she is on the volunteers' side. */
  state: EngagementState;
  /** Whether she may read the mission in full: of a confidential one only those who were cleared may. */
  cleared: boolean;
}

/** The NGO knows everyone who works for it; the others know each other once they have begun, and where they agreed. */
export function mayName(reader: TeamReader, member: TeamMember): boolean {
  if (reader.side === 'ngo' || reader.personId === member.personId) return true;
  return reader.cleared && reader.state !== 'proposed' && isShownToTeam(member);
}

export function whyNotLead(member: TeamMember): 'team_refusal_not_begun' | 'team_refusal_hidden' | null {
  if (!['active', 'paused', 'delivered', 'revision', 'restitution_due'].includes(member.state))
    return 'team_refusal_not_begun';
  return isShownToTeam(member) ? null : 'team_refusal_hidden';
}
