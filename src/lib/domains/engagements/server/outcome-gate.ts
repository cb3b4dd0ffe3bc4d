/** A new mission cannot be published while an outcome report of the same NGO is overdue. */
import { now } from '$lib/server/clock';
import { op } from '$lib/server/mongo';
import { Engagements } from './engagement.model';

export async function overdueOutcomeGate(organisationId: string): Promise<string | null> {
  const overdue = await Engagements.exists({
    organisationId,
    state: 'restitution_due',
    outcomeDueAt: op({ $ne: null, $lt: now() }),
  });
  return overdue ? 'outcome_refusal_overdue' : null;
}
