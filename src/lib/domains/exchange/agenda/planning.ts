/** When an edition may be planned, announced and listed. Pure. */
import type { EditionState, Mode } from '../edition/edition';

export type PlanningRefusal = 'schedule_refusal_mode' | 'schedule_refusal_doors' | 'schedule_refusal_draft';

/** With fewer there is nobody to pair. */
export const LEAST_ORGANISATIONS = 2;

export const hasRounds = (mode: Mode): boolean => mode !== 'mingling';

const BEFORE: readonly EditionState[] = ['draft', 'open', 'closed'];

/** From the opening gong on, agendas are only repaired. */
export function whyNotPlan({ mode, state }: { mode: Mode; state: EditionState }): PlanningRefusal | null {
  if (!hasRounds(mode)) return 'schedule_refusal_mode';
  return BEFORE.includes(state) ? null : 'schedule_refusal_doors';
}

export function whyNotPublish(edition: { mode: Mode; state: EditionState }): PlanningRefusal | null {
  return whyNotPlan(edition) ?? (edition.state === 'draft' ? 'schedule_refusal_draft' : null);
}

/** Lists help until the closing gong. */
export function whyNotLists({ state }: { state: EditionState }): PlanningRefusal | null {
  if (state === 'draft') return 'schedule_refusal_draft';
  return state === 'floor_open' || BEFORE.includes(state) ? null : 'schedule_refusal_doors';
}
