/** Open missions: who applied, who was asked, and how far that got. */
import type { Act } from '../engine/story';
import { dealing, noteFor, say, type Chapter } from './chapter';
import {
  ANSWERS,
  DECLINE_MESSAGES,
  DECLINE_REASONS,
  FIRST_REPLIES,
  INVITATION_REFUSALS,
  INVITATIONS,
  OFFERS,
  WITHDRAW_REASONS,
} from './words';

/** How a role's search goes. Each asks for a number of people, and for so many days since publication. */
const PATTERNS = {
  fresh: { people: 2, days: 4 },
  lively: { people: 3, days: 9 },
  offered: { people: 2, days: 10 },
  turnover: { people: 3, days: 12 },
  unanswered: { people: 2, days: 13 },
  asked: { people: 2, days: 6 },
  asked_and_keen: { people: 2, days: 8 },
  crowded: { people: 5, days: 8 },
} as const;
type Pattern = keyof typeof PATTERNS;

const CHANCES: readonly (readonly [Pattern | 'quiet', number])[] = [
  ['quiet', 26],
  ['fresh', 16],
  ['lively', 15],
  ['offered', 9],
  ['turnover', 9],
  ['unanswered', 6],
  ['asked', 9],
  ['asked_and_keen', 6],
  ['crowded', 4],
];

/** Everything that happens around the roles of an open mission. */
export function recruit(chapter: Chapter): Act[] {
  const { planned, chance } = chapter;
  const since = planned.schedule.decided ?? 0;
  return planned.content.roles.flatMap((_, role) => {
    const pattern = chance.weighted(CHANCES);
    return pattern === 'quiet' || PATTERNS[pattern].days + LATEST_SHIFT > since
      ? []
      : recruitBy(chapter, role, pattern, chance.int(0, LATEST_SHIFT));
  });
}

/** So many days earlier the same may happen, and replies are still in time. */
const LATEST_SHIFT = 3;

/** `shift` days earlier than written here. */
function recruitBy(chapter: Chapter, role: number, pattern: Pattern, shift: number): Act[] {
  const { calendar, casting, planned, chance } = chapter;
  const published = calendar.ago(planned.schedule.decided ?? 0);
  const people = casting.choose(PATTERNS[pattern].people, planned, role, published, chance);
  const deal = (index: number) => {
    const person = people[index];
    return person ? dealing(chapter, role, person.key) : null;
  };
  const note = () => noteFor(chapter, role);
  const decline = (): [string, string] => [say(chapter, DECLINE_REASONS), say(chapter, DECLINE_MESSAGES)];
  const isVisible = (index: number) => people[index]?.profile.visibility !== 'applied';
  const acts: (Act[] | undefined)[] = [];
  switch (pattern) {
    case 'fresh':
      acts.push(deal(0)?.apply(2 + shift, note()).acts, deal(1)?.apply(1 + shift, note(), 8).acts);
      break;
    case 'lively':
      acts.push(
        deal(0)
          ?.apply(7 + shift, note())
          .message(5 + shift, 'ngo', say(chapter, FIRST_REPLIES))
          .message(4 + shift, 'volunteer', say(chapter, ANSWERS)).acts,
        deal(1)
          ?.apply(6 + shift, note())
          .message(4 + shift, 'ngo', say(chapter, FIRST_REPLIES))
          .shortlist(3 + shift).acts,
        deal(2)?.apply(2 + shift, note()).acts,
      );
      break;
    case 'offered':
      acts.push(
        deal(0)
          ?.apply(8 + shift, note())
          .message(7 + shift, 'ngo', say(chapter, FIRST_REPLIES))
          .shortlist(5 + shift)
          .offer(2 + shift, say(chapter, OFFERS)).acts,
        deal(1)
          ?.apply(7 + shift, note())
          .decline(3 + shift, ...decline()).acts,
      );
      break;
    case 'turnover':
      acts.push(
        deal(0)
          ?.apply(10 + shift, note())
          .shortlist(7 + shift)
          .withdraw(5 + shift, say(chapter, WITHDRAW_REASONS)).acts,
        deal(1)
          ?.apply(9 + shift, note())
          .decline(6 + shift, ...decline()).acts,
        deal(2)
          ?.apply(3 + shift, note())
          .message(1 + shift, 'ngo', say(chapter, FIRST_REPLIES)).acts,
      );
      break;
    case 'unanswered':
      // Five working days without a word: the timer ends it, and the NGO's figures fall.
      acts.push(deal(0)?.apply(11 + shift, note()).acts, deal(1)?.apply(2 + shift, note()).acts);
      break;
    case 'asked':
      acts.push(
        isVisible(0) ? deal(0)?.invite(4 + shift, say(chapter, INVITATIONS)).acts : undefined,
        isVisible(1)
          ? deal(1)
              ?.invite(5 + shift, say(chapter, INVITATIONS))
              .declineInvitation(3 + shift, say(chapter, INVITATION_REFUSALS)).acts
          : undefined,
      );
      break;
    case 'asked_and_keen':
      acts.push(
        isVisible(0)
          ? deal(0)
              ?.invite(6 + shift, say(chapter, INVITATIONS))
              .acceptInvitation(4 + shift, note()).acts
          : undefined,
        deal(1)
          ?.apply(3 + shift, note())
          .message(1 + shift, 'ngo', say(chapter, FIRST_REPLIES)).acts,
      );
      break;
    case 'crowded':
      people.forEach((_, index) => acts.push(deal(index)?.apply(4 + Math.min(shift, 1), note(), 8 + index * 2).acts));
      break;
  }
  return acts.flatMap((each) => each ?? []);
}
