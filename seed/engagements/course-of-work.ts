/** Missions for which somebody was found: from the application to where the work stands, or to its public account. */
import { outcomeForm, type OutcomeInput } from '$lib/domains/engagements/outcome/outcome-input';
import { isoDay } from '$lib/shared/dates';
import { deadlineOf } from '../missions/mission-content';
import { dealing, noteFor, say, type Chapter } from './chapter';
import type { Dealing } from './dealing';
import { OUTCOMES, type SeedOutcome } from './outcomes';
import { ANSWERS, FIRST_REPLIES, OFFERS } from './words';
import { DELIVERY_NOTES, HOURS_KINDS_OF_WORK, HOURS_NOTES, REVISION_REASONS, WORK_MESSAGES } from './work-words';

/** Days ago of the steps that lead to the work. */
export interface Start {
  applied: number;
  offered: number;
  accepted: number;
}

/** Somebody applies some days after publication and is chosen within two weeks. */
export function startAfter(published: number): Start {
  return { applied: published - 3, offered: published - 9, accepted: published - 11 };
}

export function find(
  chapter: Chapter,
  role: number,
  volunteer: string,
  { applied, offered, accepted }: Start,
): Dealing {
  const deal = dealing(chapter, role, volunteer).apply(applied, noteFor(chapter, role));
  if (chapter.planned.content.confidentiality === 'cleared') deal.clear(applied - 1);
  return deal
    .message(applied - 2, 'ngo', say(chapter, FIRST_REPLIES))
    .message(applied - 3, 'volunteer', say(chapter, ANSWERS))
    .offer(offered, say(chapter, OFFERS))
    .accept(accepted);
}

export function sign(deal: Dealing, days: number, credit: 'named' | 'anonymous' = 'named'): Dealing {
  return deal.signNgo(days).signVolunteer(days - 1, credit);
}

/**
 * Hours in entries of two to five, spread evenly over the days between; verified half-way, and at the end when the work
 * is over.
 */
export function work(chapter: Chapter, deal: Dealing, role: number, from: number, to: number, share: number): Dealing {
  const { planned, chance } = chapter;
  const { language, template } = planned.mission;
  const kinds = HOURS_KINDS_OF_WORK[template === 'visual_kit' ? 'design' : 'text'];
  const promised = (planned.content.roles[role]?.hours ?? 10) * 60 * share;
  const entries = Math.max(2, Math.min(kinds.length, Math.round(promised / 200)));
  const span = Math.max(1, from - to);
  for (let index = 0; index < entries; index++) {
    const kind = kinds[index] ?? 'review';
    const minutes = Math.max(30, Math.round(((promised / entries) * (0.8 + chance.next() * 0.4)) / 15) * 15);
    deal.hours(
      Math.round(from - (span * index) / entries),
      Math.min(minutes, 540),
      kind,
      chance.pick(HOURS_NOTES[kind][language]),
    );
    if (index === 0) deal.message(from - 1, 'ngo', say(chapter, WORK_MESSAGES.ngo), 'engagement');
    if (index === 1)
      deal.message(
        Math.round(from - span / entries) - 1,
        'volunteer',
        say(chapter, WORK_MESSAGES.volunteer),
        'engagement',
      );
    if (index === Math.floor(entries / 2) - 1) deal.verify(Math.round(from - (span * (index + 0.6)) / entries));
  }
  return deal;
}

/** Every part handed in, one of them twice, and accepted by `accepted`. */
export function handIn(chapter: Chapter, deal: Dealing, delivered: number, accepted: number): Dealing {
  const { planned, chance } = chapter;
  const count = planned.content.deliverables.length;
  for (let index = 0; index < count; index++) deal.deliver(delivered, index, say(chapter, DELIVERY_NOTES));
  if (chance.is(0.35)) {
    deal.sendBack(delivered - 2, 0, say(chapter, REVISION_REASONS));
    deal.deliver(delivered - 4, 0, say(chapter, DELIVERY_NOTES));
  }
  deal.verify(accepted);
  for (let index = 0; index < count; index++) deal.acceptWork(accepted, index);
  return deal;
}

export function outcomeOf(chapter: Chapter): SeedOutcome {
  const { key } = chapter.planned.mission;
  const outcome = OUTCOMES[key];
  if (!outcome) throw new Error(`no outcome is written for ${key}`);
  return outcome;
}

/** As the form posts it; a reply or a meeting comes some days before the account of it. */
export function postedOutcome(
  { calendar, planned }: Chapter,
  outcome: SeedOutcome,
  publishedDays: number,
): OutcomeInput {
  const { mission } = planned;
  const deadline = calendar.daysAgo(deadlineOf(mission, calendar));
  const dayAfter = (days: number) => isoDay(calendar.ago(Math.max(publishedDays + 4, deadline - days), 12), 'UTC');
  return outcomeForm.parse({
    asked: outcome.asked,
    submitted: outcome.submitted,
    documents: [{ label: outcome.document, url: `https://files.example/${mission.key}/public` }],
    reply: outcome.reply,
    replyDay: outcome.replyAfter === undefined ? '' : dayAfter(outcome.replyAfter),
    result: outcome.result,
    nextStep: outcome.nextStep,
    metRole: outcome.met?.[0] ?? '',
    metDay: outcome.met ? dayAfter(outcome.met[1]) : '',
  });
}

/** How many days after acceptance the account is published: within the thirty, but not before there is an answer. */
export function publishDelay(outcome: SeedOutcome): number {
  return Math.max(9, Math.min(29, (outcome.replyAfter ?? 14) + 3));
}
