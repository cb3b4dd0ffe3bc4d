/** A dispute as the two sides and the moderator read it: the same for all three, with names in place of ids. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { HoursState } from '../../../hours/hours';
import {
  latestProposal,
  type Dispute,
  type DisputeEnd,
  type DisputeState,
  type Resolution,
  type Speaker,
} from '../../../mediation/dispute';
import type { Party } from '../../../engagement/engagement';
import type { EngagementDocument } from '../../engagement.model';

export interface ProposalView {
  id: string;
  resolution: Resolution;
  words: string;
  minutes: number;
  at: string;
  answers: { party: Party; accepted: boolean; words: string; at: string }[];
}

export interface DisputeView {
  id: string;
  state: DisputeState;
  by: Party;
  reason: string;
  asks: string;
  openedAt: string;
  openedBy: string | null;
  answer: { text: string; at: string; by: string | null } | null;
  moderator: string | null;
  proposal: ProposalView | null;
  earlierProposals: ProposalView[];
  messages: { id: string; from: Speaker; by: string | null; text: string; at: string }[];
  closedAt: string | null;
  ended: DisputeEnd | null;
  resolution: Resolution | null;
  decision: string;
}

export async function disputeViews({ disputes = [], hours }: EngagementDocument): Promise<DisputeView[]> {
  const ids = disputes.flatMap(({ personId, answer, moderatorId, messages }) => [
    ...[personId, answer?.personId, moderatorId],
    ...messages.map((message) => message.personId),
  ]);
  const people = await personCards([...new Set(ids.flatMap((id) => (id ? [id] : [])))]);
  const nameOf = (id: string | null) => (id ? (people.get(id)?.name ?? null) : null);
  return disputes.map((dispute) => viewOf(dispute, hours, nameOf)).toReversed();
}

function viewOf(
  dispute: Dispute,
  hours: EngagementDocument['hours'],
  nameOf: (id: string | null) => string | null,
): DisputeView {
  const { id, state, by, reason, asks, openedAt, answer, messages, closedAt, ended, resolution, decision } = dispute;
  const current = latestProposal(dispute);
  const proposalOf = ({
    id: proposalId,
    resolution: what,
    words,
    entryIds,
    at,
    answers,
  }: Dispute['proposals'][number]) => ({
    ...{ id: proposalId, resolution: what, words, at: at.toISOString() },
    minutes: hours.filter((entry) => entryIds.includes(entry.id)).reduce((sum, { minutes }) => sum + minutes, 0),
    answers: answers.map(({ party, accepted, words: said, at: when }) => {
      return { party, accepted, words: said, at: when.toISOString() };
    }),
  });
  return {
    ...{ id, state, by, reason, asks, ended, resolution, decision },
    openedAt: openedAt.toISOString(),
    openedBy: nameOf(dispute.personId),
    answer: answer && { text: answer.text, at: answer.at.toISOString(), by: nameOf(answer.personId) },
    moderator: nameOf(dispute.moderatorId),
    proposal: current && proposalOf(current),
    earlierProposals: dispute.proposals.filter((each) => each !== current).map(proposalOf),
    messages: messages.map(({ id: messageId, from, personId, text, at }) => {
      return { id: messageId, from, by: nameOf(personId), text, at: at.toISOString() };
    }),
    closedAt: closedAt?.toISOString() ?? null,
  };
}

export interface UndecidedEntry {
  id: string;
  day: string;
  minutes: number;
  note: string;
  state: HoursState;
}

/** What a mediation can still decide on. */
export function undecidedEntries({ hours }: EngagementDocument): UndecidedEntry[] {
  return hours
    .filter(({ state }) => state === 'logged' || state === 'queried')
    .map(({ id, day, minutes, note, state }) => ({ id, day, minutes, note, state }))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
}
