/** What comes next in an engagement, and for whom: the first thing each side reads on its page. Pure. */
import { hasSigned } from '../charter/charter';
import type { Engagement, Party } from './engagement';

export const NEXT_STEPS = [
  'sign',
  'wait_signature',
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
  'read_outcome',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

type Seen = Pick<Engagement, 'state' | 'charter' | 'hours' | 'deliverables'>;

/** The one thing for `party` to do now, or what it waits for. */
export function nextStep({ state, charter, hours, deliverables }: Seen, party: Party): NextStep {
  const has = (wanted: string) => deliverables.some((each) => each.state === wanted);
  switch (state) {
    case 'proposed':
      return hasSigned(charter, party) ? 'wait_signature' : 'sign';
    case 'paused':
      return 'resume';
    case 'terminated':
      return 'none';
    case 'closed':
      return 'read_outcome';
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

const WAITING: readonly NextStep[] = [
  'wait_signature',
  'wait_review',
  'wait_delivery',
  'wait_outcome',
  'none',
  'read_outcome',
];

/** Whether the step is hers to take, rather than the other side's. */
export function isMyTurn(step: NextStep): boolean {
  return !WAITING.includes(step);
}
