/** What supervision, handovers, disputes, feedback and thanks keep about a person: to take along, and to forget. */
import { systemContext } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { registerPersonalData } from '$lib/domains/accounts/server/personal-data';
import type { Feedback } from '../../feedback/feedback';
import { currentDispute, type Dispute, type DisputeMessage } from '../../mediation/dispute';
import type { Engagement } from '../../engagement/engagement';
import { changeBySystem } from '../change-engagement';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { Feedbacks } from '../feedback/feedback.model';
import { endWork } from '../handover/end-work';
import { Teams } from './team.model';

const saidBy = (personId: string) => ({
  $or: [
    { 'disputes.personId': personId },
    { 'disputes.moderatorId': personId },
    { 'disputes.answer.personId': personId },
    { 'disputes.messages.personId': personId },
    { 'disputes.proposals.answers.personId': personId },
  ],
});

export function registerTogetherPersonalData(): void {
  registerPersonalData('engagements.feedback', async (personId) => {
    const found = await Feedbacks.find({ personId }).lean<Feedback[]>();
    return found.length > 0 ? found : null;
  });
  registerPersonalData('engagements.mediation', async (personId) => {
    const found = await Engagements.find(saidBy(personId)).lean<EngagementDocument[]>();
    const own = found.flatMap(({ _id, disputes = [] }) => disputes.map((dispute) => wordsOf(_id, dispute, personId)));
    return own.length > 0 ? own : null;
  });
}

/** Her own words, whichever side she spoke for. */
function wordsOf(engagementId: string, dispute: Dispute, personId: string) {
  const { openedAt, reason, asks, answer, messages, proposals } = dispute;
  return {
    engagementId,
    openedAt,
    ...(dispute.personId === personId ? { reason, asks } : {}),
    ...(answer?.personId === personId ? { answer: answer.text } : {}),
    messages: messages.filter((each) => each.personId === personId).map(({ text, at }) => ({ text, at })),
    answers: proposals.flatMap(({ answers }) =>
      answers.filter((each) => each.personId === personId).map(({ accepted, words, at }) => ({ accepted, words, at })),
    ),
  };
}

/** What is hers in an engagement of her own: nobody supervises it any more, nobody is thanked, a dispute is over. */
export function forgottenTogether(engagement: EngagementDocument, now: Date): Partial<Omit<Engagement, '_id' | 'rev'>> {
  const { supervised, disputes = [], handover } = engagement;
  return {
    ...(supervised ? { supervision: null, formerSupervisors: [] } : {}),
    ...(engagement.pause ? { pause: { ...engagement.pause, reason: '' } } : {}),
    ...(handover ? { handover: { ...handover, answer: '' } } : {}),
    thanks: null,
    teamVisible: false,
    disputes: disputes.map((dispute) => {
      const open = dispute.state !== 'closed';
      const silent = withoutWords(dispute, engagement.personId);
      return open ? { ...silent, state: 'closed', closedAt: now, ended: 'left' } : silent;
    }),
  };
}

/** Everything that the volunteer said; what the NGO and the moderator said stays, with whom is forgotten elsewhere. */
function withoutWords(dispute: Dispute, personId: string): Dispute {
  const mine = (each: { personId: string | null }) => each.personId === personId;
  return {
    ...dispute,
    ...(dispute.by === 'volunteer' ? { reason: '', asks: '', personId: null } : {}),
    answer: dispute.answer && mine(dispute.answer) ? { ...dispute.answer, text: '', personId: null } : dispute.answer,
    messages: dispute.messages.map((each) =>
      each.from === 'volunteer' ? { ...each, text: '', personId: null } : each,
    ),
    proposals: dispute.proposals.map((proposal) => ({
      ...proposal,
      answers: proposal.answers.map((each) =>
        each.party === 'volunteer' ? { ...each, words: '', personId: null } : each,
      ),
    })),
  };
}

/** Whether her leaving ends the work although a dispute about it is open. */
export const endsWithHer = (engagement: EngagementDocument): boolean => currentDispute(engagement) !== null;

/**
 * Who she was in disputes that are not about her own work, as an editor or a moderator: the words stay the organisation's
 * or the platform's, without her; a dispute that she had is back in the queue. Safe to repeat.
 */
export async function forgetSpeaker(personId: string): Promise<void> {
  await Feedbacks.updateMany({ personId }, { $set: { personId: null, text: '' } });
  await Teams.updateMany({ namedBy: personId }, { $set: { namedBy: null } });
  const found = await Engagements.find({
    ...saidBy(personId),
    personId: op({ $ne: personId }),
  }).lean<EngagementDocument[]>();
  for (const { _id } of found)
    await changeBySystem(systemContext(), _id, (engagement) => ({
      set: { disputes: (engagement.disputes ?? []).map((dispute) => withoutSpeaker(dispute, personId)) },
    }));
}

function withoutSpeaker(dispute: Dispute, personId: string): Dispute {
  const nobody = <T extends { personId: string | null }>(each: T): T =>
    each.personId === personId ? { ...each, personId: null } : each;
  const hadIt = dispute.moderatorId === personId;
  return {
    ...nobody(dispute),
    ...(hadIt ? { moderatorId: null, takenAt: null } : {}),
    ...(hadIt && dispute.state === 'taken' ? { state: 'open' as const } : {}),
    answer: dispute.answer && nobody(dispute.answer),
    messages: dispute.messages.map((each: DisputeMessage) => nobody(each)),
    proposals: dispute.proposals.map((proposal) => ({ ...proposal, answers: proposal.answers.map(nobody) })),
  };
}

/** How work ends with the account of whoever did it. */
export const leaving = (engagement: EngagementDocument) =>
  endWork(systemContext(), engagement, { kind: 'left', reason: '', what: 'left', by: null });
