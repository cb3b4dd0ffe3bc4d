/** What comes next in an engagement, and for whom: the first thing each side reads on its page. Pure. */
import { hasSigned } from '../charter/charter';
import { currentDispute, nextInDispute } from '../mediation/dispute';
import { hasSupervisorSigned } from '../team/supervision';
import { awaitsReply } from '../outcome/outcome-update';
import { mayStep, type Engagement, type Party } from './engagement';

export const NEXT_STEPS = [
  'sign',
  'wait_signature',
  'name_supervisor',
  'wait_supervisor',
  'release_supervisor',
  'answer_handover',
  'answer_dispute',
  'answer_proposal',
  'wait_mediation',
  'sign_change',
  'answer_query',
  'revise',
  'deliver',
  'wait_review',
  'review',
  'verify',
  'wait_delivery',
  'resume',
  'write_outcome',
  'wait_outcome',
  'add_reply',
  'read_outcome',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

type Seen = Pick<Engagement, 'state' | 'charter' | 'hours' | 'deliverables'> &
  Partial<Pick<Engagement, 'outcome' | 'charterChange' | 'supervised' | 'supervision' | 'handover' | 'disputes'>>;

/** The one thing for `party` to do now, or what it waits for. */
export function nextStep(seen: Seen, party: Party): NextStep {
  const { state, charterChange, hours, deliverables, outcome } = seen;
  if (charterChange && mayStep(state, 'propose_change') && !hasSigned(charterChange.charter, party))
    return 'sign_change';
  if (party === 'ngo' && seen.handover?.state === 'proposed' && mayStep(state, 'hand_over')) return 'answer_handover';
  const has = (wanted: string) => deliverables.some((each) => each.state === wanted);
  switch (state) {
    case 'proposed':
      return nextSignature(seen, party);
    case 'disputed': {
      const dispute = currentDispute(seen);
      return dispute ? nextInDispute(dispute, party) : 'wait_mediation';
    }
    case 'paused':
      return 'resume';
    case 'terminated':
      return 'none';
    case 'closed':
      return party === 'ngo' && outcome && awaitsReply(outcome.reply) ? 'add_reply' : 'read_outcome';
    case 'restitution_due':
      return party === 'ngo' ? 'write_outcome' : 'wait_outcome';
    default:
      if (party === 'volunteer') {
        if (hours.some((entry) => entry.state === 'queried')) return 'answer_query';
        if (has('revision')) return 'revise';
        return has('open') ? 'deliver' : 'wait_review';
      }
      if (has('submitted')) return 'review';
      return hours.some((entry) => entry.state === 'logged') ? 'verify' : 'wait_delivery';
  }
}

/** A student also names who answers for her work; for a confidential mission the NGO says whether that person may read it. */
function nextSignature(seen: Seen, party: Party): NextStep {
  const { charter, supervised, supervision } = seen;
  const held = supervised && supervision?.state === 'held';
  if (held && party === 'ngo') return 'release_supervisor';
  if (!hasSigned(charter, party)) return 'sign';
  if (!supervised || hasSupervisorSigned(seen)) return 'wait_signature';
  const missing = !supervision || supervision.state === 'refused';
  return missing && party === 'volunteer' ? 'name_supervisor' : 'wait_supervisor';
}

const WAITING: readonly NextStep[] = [
  'wait_supervisor',
  'wait_mediation',
  'wait_signature',
  'wait_review',
  'wait_delivery',
  'wait_outcome',
  'none',
  'add_reply',
  'read_outcome',
];

/** Whether the step is hers to take, rather than the other side's. */
export function isMyTurn(step: NextStep): boolean {
  return !WAITING.includes(step);
}
