/** The end of a piece of work for one side: what it told the platform, and the two lines of thanks. */
import type { Context } from '$lib/server/context';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { PARTIES, type Party } from '../../../engagement/engagement';
import { FEEDBACK_STATES, type Feedback, type FeedbackAnswers } from '../../../feedback/feedback';
import { whyNotThank } from '../../../feedback/thanks';
import { Feedbacks } from '../../feedback/feedback.model';
import { engagementFor, type EngagementHead } from '../engagement-view';

export interface ThanksView {
  by: Party;
  text: string;
  /** Names the words, for whoever agrees to them. */
  at: string;
  agreedAt: string | null;
}

export interface FeedbackPage extends EngagementHead {
  mayTell: boolean;
  told: (FeedbackAnswers & { text: string; at: string }) | null;
  whyNotThank: string | null;
  thanks: ThanksView[];
}

/** What the other side told the platform is not in it. @throws AppError not_found for strangers */
export async function feedbackPage(ctx: Context, id: string): Promise<FeedbackPage> {
  const { engagement, head } = await engagementFor(ctx, id);
  const [mission, told] = await Promise.all([
    missionForWork(engagement.missionId),
    Feedbacks.findById(`${id}:${head.side}`).lean<Feedback>(),
  ]);
  return {
    ...head,
    mayTell: head.mayAct && FEEDBACK_STATES.includes(engagement.state),
    told: told && {
      ...{ clear: told.clear, respect: told.respect, again: told.again, text: told.text },
      at: told.at.toISOString(),
    },
    whyNotThank: whyNotThank(engagement.state, mission?.confidentiality ?? ''),
    thanks: PARTIES.flatMap((by) => {
      const written = engagement.thanks?.[by];
      if (!written) return [];
      return [
        { by, text: written.text, at: written.at.toISOString(), agreedAt: written.agreedAt?.toISOString() ?? null },
      ];
    }),
  };
}
