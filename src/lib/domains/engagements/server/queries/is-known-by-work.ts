/** Whether some NGO knows a volunteer from an application or from work: then it may see her page. */
import { op } from '$lib/server/mongo';
import { Applications } from '../application.model';

/** Ended applications count too, as long as nobody was declined or withdrew. */
const KNOWN = ['submitted', 'under_review', 'shortlisted', 'offered', 'accepted'] as const;

export async function isKnownByWork(personId: string, organisationIds: readonly string[]): Promise<boolean> {
  if (organisationIds.length === 0) return false;
  const found = await Applications.exists({
    personId,
    organisationId: op({ $in: [...organisationIds] }),
    state: op({ $in: [...KNOWN] }),
    // Before the NGO has decided on a possible conflict, it does not know who she is.
    'conflict.state': op({ $ne: 'open' as const }),
  });
  return found !== null;
}
