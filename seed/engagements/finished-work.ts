/** Finished missions, those whose account is due, and those under way, cast at random. */
import { advanceMission } from '$lib/domains/missions/server/commands/advance-mission';
import { systemContext } from '$lib/server/context';
import { deadlineOf } from '../missions/mission-content';
import type { Act } from '../engine/story';
import type { Chapter } from './chapter';
import { find, handIn, outcomeOf, postedOutcome, publishDelay, sign, startAfter, work } from './course-of-work';
import { dealing, noteFor, say } from './chapter';
import { laterReplies, tick, usualPlan } from './plan-stories';
import { DELIVERY_NOTES, PAUSE_REASONS, QUERIES, REVISION_REASONS } from './work-words';
import { tellPlatform, thanksFor } from './together-stories';
import { DECLINE_MESSAGES, DECLINE_REASONS } from './words';

const deadlineDays = ({ calendar, planned }: Chapter) => calendar.daysAgo(deadlineOf(planned.mission, calendar));

const cast = ({ casting, planned, calendar, chance }: Chapter, role: number, published: number): string =>
  casting.one(planned, role, calendar.ago(published), chance);

/** Others who asked for the same role and were told no in time. */
function others(chapter: Chapter, role: number, published: number, count: number): Act[] {
  const { casting, planned, calendar, chance } = chapter;
  return casting.choose(count, planned, role, calendar.ago(published), chance).flatMap(
    ({ key }, index) =>
      dealing(chapter, role, key)
        .apply(published - 2 - index, noteFor(chapter, role))
        .decline(published - 7 - index, say(chapter, DECLINE_REASONS), say(chapter, DECLINE_MESSAGES)).acts,
  );
}

/** Published, accepted, dissent recorded: over. `volunteer` may be somebody whose part is written by hand. */
export function finished(chapter: Chapter, volunteer?: string): Act[] {
  const published = chapter.planned.schedule.decided ?? 0;
  const deadline = deadlineDays(chapter);
  const outcome = outcomeOf(chapter);
  const start = startAfter(published);
  const deal = find(chapter, 0, volunteer ?? cast(chapter, 0, published), start);
  sign(deal, start.accepted - 1, outcome.named ? 'named' : 'anonymous');
  work(chapter, deal, 0, start.accepted - 3, deadline + 6, chapter.chance.next() * 0.3 + 0.75);
  handIn(chapter, deal, deadline + 5, deadline);
  const publishedOn = Math.max(1, deadline - publishDelay(outcome));
  if (outcome.dissent) deal.dissent(publishedOn + 4, outcome.dissent);
  deal.publish(publishedOn, postedOutcome(chapter, outcome, publishedOn));
  laterReplies(chapter, deal, outcome, publishedOn);
  thanksFor(chapter.planned.mission.key, deal, publishedOn);
  tellPlatform(deal, chapter.chance.fork('feedback'), Math.max(0, publishedOn - 5));
  return [...deal.acts, ...others(chapter, 0, published, chapter.chance.int(0, 2))];
}

/** Two volunteers: the account of the first is public, that of the second still due. */
export function halfReported(chapter: Chapter): Act[] {
  const { calendar, planned } = chapter;
  const published = planned.schedule.decided ?? 0;
  const deadline = deadlineDays(chapter);
  const outcome = outcomeOf(chapter);
  const start = startAfter(published);
  const first = sign(find(chapter, 0, cast(chapter, 0, published), start), start.accepted - 1);
  handIn(chapter, work(chapter, first, 0, start.accepted - 3, deadline + 6, 0.9), deadline + 5, deadline);
  const publishedOn = deadline - publishDelay(outcome);
  first.publish(publishedOn, postedOutcome(chapter, outcome, publishedOn));
  const second = sign(find(chapter, 0, cast(chapter, 0, published), start), start.accepted - 1);
  // Accepted so lately that the account is not due yet.
  handIn(chapter, work(chapter, second, 0, start.accepted - 4, deadline + 3, 0.8), 22, 16);
  const advance: Act = {
    at: calendar.ago(15, 18),
    what: `${planned.mission.key}: its first outcome is reported`,
    afterSettling: true,
    run: () =>
      advanceMission(systemContext(), {
        missionId: chapter.cast.mission(planned.mission.key).id,
        to: 'outcome_reported',
      }),
  };
  return [...first.acts, ...second.acts, advance];
}

/** The work is accepted; `accepted` days ago, so the account is due thirty days after that. */
export function delivered(chapter: Chapter, accepted: number): Act[] {
  const published = chapter.planned.schedule.decided ?? 0;
  const start = startAfter(published);
  const deal = sign(find(chapter, 0, cast(chapter, 0, published), start), start.accepted - 1);
  work(chapter, deal, 0, start.accepted - 3, accepted + 8, 0.95);
  handIn(chapter, deal, accepted + 6, accepted);
  return [...deal.acts, ...others(chapter, 0, published, 1)];
}

export type Standing = 'calm' | 'handed_in' | 'sent_back' | 'paused' | 'queried';

/** The charter is signed, and the work stands as said. */
export function underWay(chapter: Chapter, standing: Standing, volunteer?: string): Act[] {
  const { planned } = chapter;
  const { language } = planned.mission;
  const published = planned.schedule.decided ?? 0;
  const start = startAfter(published);
  const deal = sign(find(chapter, 0, volunteer ?? cast(chapter, 0, published), start), start.accepted - 1);
  if (volunteer === undefined) usualPlan(chapter, deal, start.accepted - 2, standing === 'calm');
  const isSlow = standing === 'calm' || standing === 'paused';
  work(chapter, deal, 0, start.accepted - 3, 5, isSlow ? 0.4 : 0.7);
  switch (standing) {
    case 'calm':
      break;
    case 'handed_in':
      deal.deliver(3, 0, say(chapter, DELIVERY_NOTES));
      if (volunteer === undefined) tick(deal, 2);
      break;
    case 'sent_back':
      deal.deliver(4, 0, say(chapter, DELIVERY_NOTES)).sendBack(2, 0, say(chapter, REVISION_REASONS));
      break;
    case 'paused':
      deal.pause(3, PAUSE_REASONS[language]);
      break;
    case 'queried':
      deal.query(2, QUERIES[language]);
      break;
  }
  return [...deal.acts, ...others(chapter, 0, published, chapter.chance.int(0, 2))];
}

/** Somebody was found; the charter waits for one signature, or for both. */
export function found(chapter: Chapter, signed: 'nobody' | 'ngo' | 'volunteer'): Act[] {
  const published = chapter.planned.schedule.decided ?? 0;
  const deal = find(chapter, 0, cast(chapter, 0, published), { applied: 14, offered: 9, accepted: 7 });
  if (signed === 'ngo') deal.signNgo(4);
  if (signed === 'volunteer') deal.signVolunteer(4, 'named');
  // Whoever comes later waits in line, in case a seat becomes free before the work begins.
  const late = chapter.casting.choose(2, chapter.planned, 0, chapter.calendar.ago(published), chapter.chance);
  const line = late.flatMap(({ key }, index) => dealing(chapter, 0, key).apply(3 - index, noteFor(chapter, 0)).acts);
  return [...deal.acts, ...line];
}
