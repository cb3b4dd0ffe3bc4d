/** A dispute as the two sides and the moderator read it: the same for all three, with names in place of ids. */
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { HoursState } from '../../../hours/hours';
import { latestProposal, type Dispute } from '../../../mediation/dispute';
import type { DisputeView } from '../../../mediation/dispute-view';
import { differenceTo } from '../../charter/difference-to';
import type { EngagementDocument } from '../../engagement.model';

export async function disputeViews(engagement: EngagementDocument): Promise<DisputeView[]> {
  const { disputes = [], hours } = engagement;
  const ids = disputes.flatMap(({ personId, answer, moderatorId, messages }) => [
    ...[personId, answer?.personId, moderatorId],
    ...messages.map((message) => message.personId),
  ]);
  const people = await personCards([...new Set(ids.flatMap((id) => (id ? [id] : [])))]);
  const nameOf = (id: string | null) => (id ? (people.get(id)?.name ?? null) : null);
  const views = disputes.map(async (dispute) => {
    const view = viewOf(dispute, hours, nameOf);
    const terms = latestProposal(dispute)?.terms;
    if (!view.proposal || !terms) return view;
    return { ...view, proposal: { ...view.proposal, difference: await differenceTo(engagement, terms) } };
  });
  return (await Promise.all(views)).toReversed();
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
    ...{ id: proposalId, resolution: what, words, at: at.toISOString(), difference: null },
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
