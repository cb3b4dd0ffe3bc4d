/** What both sides told the platform, for moderators: the latest in full, and figures of groups of five and more. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DAY } from '$lib/shared/dates';
import type { Party } from '../../../engagement/engagement';
import { figuresOf, type Feedback, type FeedbackAnswers, type FeedbackFigures } from '../../../feedback/feedback';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { Feedbacks } from '../../feedback/feedback.model';
import { namesOf } from '../../naming';

const SHOWN = 50;
const YEAR = 365 * DAY;

export interface FeedbackItem extends FeedbackAnswers {
  id: string;
  party: Party;
  from: string;
  about: string;
  mission: { title: string; language: string };
  text: string;
  at: string;
}

export interface FeedbackDesk {
  /** Of the last year. */
  figures: FeedbackFigures[];
  items: FeedbackItem[];
}

/** @throws AppError not_found for whoever is no moderator */
export async function feedbackDesk(ctx: Context): Promise<FeedbackDesk> {
  requireModerator(ctx);
  const since = { at: op({ $gte: new Date(ctx.now.getTime() - YEAR) }) };
  const all = await Feedbacks.find(since, { text: 0, personId: 0 }).lean<Feedback[]>();
  const latest = await Feedbacks.find().sort({ at: -1 }).limit(SHOWN).lean<Feedback[]>();
  const work = await Engagements.find({
    _id: op({ $in: latest.map(({ engagementId }) => engagementId) }),
  }).lean<EngagementDocument[]>();
  const names = await namesOf({ ...ctx, system: true }, work);
  const byId = new Map(work.map((each) => [each._id, names(each)]));
  return {
    figures: figuresOf(all),
    items: latest.flatMap(({ _id, engagementId, party, clear, respect, again, text, at }) => {
      const named = byId.get(engagementId);
      if (!named) return [];
      const ngo = named.ngo?.name ?? '';
      const [from, about] = party === 'ngo' ? [ngo, named.volunteer.name] : [named.volunteer.name, ngo];
      const { title, language } = named.mission;
      return [
        {
          id: _id,
          party,
          clear,
          respect,
          again,
          text,
          from,
          about,
          mission: { title, language },
          at: at.toISOString(),
        },
      ];
    }),
  };
}
