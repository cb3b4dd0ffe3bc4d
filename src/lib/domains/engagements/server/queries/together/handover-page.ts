/** The handover of a piece of work for its page, and the notes that came before it on the same role. */
import type { Context } from '$lib/server/context';
import type { FileRef } from '$lib/shared/file-ref';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { searchDay, type HandoverState } from '../../../handover/handover';
import { isShownToTeam } from '../../../team/team';
import type { EngagementDocument } from '../../engagement.model';
import { handedOverTo } from '../../handover/earlier-notes';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface HandoverView {
  state: HandoverState;
  done: string;
  where: string;
  next: string;
  files: FileRef[];
  proposedAt: string;
  answeredAt: string | null;
  answer: string;
  /** ISO instant until which somebody is looked for, where the NGO chose a day. */
  until: string | null;
}

export interface HandoverPage extends EngagementHead {
  handover: HandoverView | null;
  /** Of those who did this role before, the latest first; `by` is null where the name is not for her to know. */
  earlier: (HandoverView & { id: string; by: string | null })[];
  /** Until when somebody is looked for, as a day: what the NGO chose, or to begin with. */
  searchDay: string;
  /** Whether that moves the mission's deadline, which has passed. */
  isLate: boolean;
}

/** @throws AppError not_found for strangers */
export async function handoverPage(ctx: Context, id: string): Promise<HandoverPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const [mission, before] = await Promise.all([missionForWork(engagement.missionId), handedOverTo(engagement)]);
  const people = await personCards(before.map(({ personId }) => personId));
  return {
    ...head,
    handover: viewOf(engagement),
    earlier: before.flatMap((each) => {
      const view = viewOf(each);
      const named = head.side === 'ngo' || isShownToTeam({ ...each, state: 'active' });
      return view
        ? [{ ...view, answer: '', id: each._id, by: named ? (people.get(each.personId)?.name ?? null) : null }]
        : [];
    }),
    searchDay: mission ? searchDay(mission.deadline, ctx.now) : '',
    isLate: mission !== null && mission.deadline <= ctx.now,
  };
}

function viewOf({ handover }: EngagementDocument): HandoverView | null {
  if (!handover) return null;
  const { state, done, where, next, files, proposedAt, answeredAt, answer, until } = handover;
  return {
    ...{ state, done, where, next, answer, files: files.map((file) => ({ ...file })) },
    proposedAt: proposedAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
    until: until?.toISOString() ?? null,
  };
}
