/** A student names who answers for her work, or names somebody else; that person is asked to sign the charter by mail. */
import type { Context } from '$lib/server/context';
import { emit } from '$lib/server/events';
import { takeFromLimit } from '$lib/server/rate-limit';
import { AppError } from '$lib/shared/app-error';
import { newId } from '$lib/shared/ids';
import type { Locale } from '$lib/shared/locale';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { memberContacts } from '$lib/domains/organisations/server/queries/member-contacts';
import { whyNotStep } from '../../../engagement/engagement';
import { MAX_SUPERVISORS, type Supervision } from '../../../team/supervision';
import { findEngagement, requireParty } from '../../access';
import { changeEngagement, refuse } from '../../change-engagement';
import type { EngagementDocument } from '../../engagement.model';
import { askedNow } from '../../team/ask-supervisor';

export interface NameSupervisor {
  engagementId: string;
  name: string;
  function: string;
  institution: string;
  email: string;
  /** In which language she is written to. */
  locale: Locale;
}

/**
 * The link is good for 14 days; the one of whoever was named before ends at once. For a mission that is not public the NGO
 * agrees first. `token` is for tests and the demonstration data; pages never show it.
 */
export async function nameSupervisor(ctx: Context, input: NameSupervisor): Promise<{ token: string | null }> {
  const { engagementId, ...person } = input;
  const seen = await findEngagement(engagementId);
  await requireParty(ctx, seen, 'volunteer');
  refuse(await whyNotThisOne(seen, person.email), 'email');
  const mission = await missionForWork(seen.missionId);
  const isHeld = mission?.confidentiality !== 'public';
  await takeFromLimit('mailByAccount', `supervisor:${seen.personId}`);
  let sent: string | null = null;
  await changeEngagement(ctx, engagementId, 'volunteer', (engagement) => {
    const { state, supervised, supervision: known, formerSupervisors = [] } = engagement;
    refuse(supervised ? null : 'supervision_refusal_none');
    refuse(whyNotStep(state, 'supervise'));
    if (known && isSame(known, person) && ['asked', 'held', 'signed'].includes(known.state)) return null;
    refuse(formerSupervisors.length < MAX_SUPERVISORS ? null : 'supervision_refusal_many');
    const fresh: Supervision = {
      id: newId(),
      ...person,
      state: 'held',
      tokenHash: null,
      askedAt: ctx.now,
      expiresAt: ctx.now,
      answeredAt: null,
      version: null,
      hash: null,
      signedName: '',
      reason: '',
    };
    const former = known?.answeredAt
      ? [...formerSupervisors, { ...known, email: '', tokenHash: null }]
      : formerSupervisors;
    const entries = [{ what: known ? 'supervisor_replaced' : 'supervisor_named', note: person.name }];
    if (isHeld) {
      const set = { supervision: fresh, formerSupervisors: former };
      return { set, entries, events: [emit('supervisor.named', { engagementId })] };
    }
    const { supervision, event, token } = askedNow(ctx, engagementId, fresh);
    sent = token;
    return { set: { supervision, formerSupervisors: former }, entries, events: [event] };
  });
  return { token: sent };
}

const isSame = (known: Supervision, person: Omit<NameSupervisor, 'engagementId'>) =>
  known.email === person.email &&
  known.name === person.name &&
  known.function === person.function &&
  known.institution === person.institution;

/** Nobody supervises herself, and nobody of the NGO signs for the other side. */
async function whyNotThisOne({ personId, organisationId }: EngagementDocument, email: string): Promise<string | null> {
  const volunteer = await personContact(personId);
  if (!volunteer) throw new AppError('not_found', 'error_not_found');
  const members = await memberContacts(organisationId, 'viewer');
  const theirs = [volunteer, ...members].some((each) => each.email.toLowerCase() === email);
  return theirs ? 'supervision_refusal_own' : null;
}
