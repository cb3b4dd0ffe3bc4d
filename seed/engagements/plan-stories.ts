/** What keeps work together: steps of a plan, files that are handed in, answers asked for by a day, later replies. */
import { addOutcomeUpdate } from '$lib/domains/engagements/server/commands/outcome/add-outcome-update';
import { saveMilestone } from '$lib/domains/engagements/server/commands/plan/save-milestone';
import { tickMilestone } from '$lib/domains/engagements/server/commands/plan/tick-milestone';
import { submitDeliverable } from '$lib/domains/engagements/server/commands/work/submit-deliverable';
import { planPage } from '$lib/domains/engagements/server/queries/work/plan-page';
import type { Party } from '$lib/domains/engagements/engagement/engagement';
import { sendMessage } from '$lib/domains/messaging/server/commands/send-message';
import { threadOf } from '$lib/domains/messaging/server/queries/thread-of';
import { pdfBytes } from '$lib/server/pdf/pdf-answer';
import { isoDay } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import type { Chapter } from './chapter';
import type { Dealing } from './dealing';
import type { SeedOutcome } from './outcomes';

export interface SeedStep {
  title: string;
  /** Days from today; what is past is negative. */
  on: number;
  owner: Party;
  /** Place of the deliverable it stands for. */
  stands?: number;
}

/** The volunteer writes the plan one evening. */
export function keepPlan(
  { calendar, planned }: Chapter,
  deal: Dealing,
  written: number,
  steps: readonly SeedStep[],
): Dealing {
  return deal.then(written, 20, 'writes the plan', async ({ id, volunteer }) => {
    for (const { title, on, owner, stands } of steps) {
      const deliverable = stands === undefined ? null : (planned.content.deliverables[stands]?.id ?? null);
      const day = isoDay(calendar.day(on), 'UTC');
      await saveMilestone(volunteer, { engagementId: id, milestoneId: null, title, day, owner, deliverable });
    }
  });
}

/** The volunteer ticks off the next step that is hers or the NGO's and waits for nothing. */
export function tick(deal: Dealing, days: number): Dealing {
  return deal.then(days, 18, 'ticks off a step', async ({ id, volunteer }) => {
    const { milestones } = await planPage(volunteer, id);
    const next = milestones.find(({ doneOn, deliverable }) => doneOn === null && deliverable === null);
    await tickMilestone(volunteer, { engagementId: id, milestoneId: next?.id ?? '', done: true });
  });
}

const STEPS: Record<Locale, readonly [start: string, draft: string, comments: string, last: string]> = {
  en: ['Kick-off and sources', 'First draft for comments', 'Comments of the members', 'Final version'],
  fr: ['Lancement et sources', 'Premier jet à commenter', 'Commentaires des membres', 'Version finale'],
  nl: ['Start en bronnen', 'Eerste versie voor commentaar', 'Commentaar van de leden', 'Definitieve versie'],
};

/** Of work that was cast by chance: with a draft whose day has passed, or lies ahead. */
export function usualPlan(chapter: Chapter, deal: Dealing, began: number, isLate: boolean): Dealing {
  const [start, draft, comments, last] = STEPS[chapter.planned.mission.language];
  const plan = keepPlan(chapter, deal, began, [
    { title: start, on: 2 - began, owner: 'volunteer' },
    { title: draft, on: isLate ? -4 : 5, owner: 'volunteer' },
    { title: comments, on: 9, owner: 'ngo' },
    { title: last, on: 14, owner: 'volunteer', stands: 0 },
  ]);
  return tick(plan, began - 1);
}

/** Hands a part in as a PDF of one page: the same words give the same file. */
export function deliverFile(
  deal: Dealing,
  days: number,
  part: string,
  note: string,
  file: { name: string; lines: readonly string[] },
) {
  return deal.then(days, 17, `delivers ${file.name}`, async ({ id, volunteer }) => {
    const title = file.name.replace(/\.pdf$/, '').replaceAll('_', ' ');
    const created = volunteer.now;
    const bytes = await pdfBytes({ title, locale: 'en', created, footer: 'Causeway' }, (sheet) => {
      sheet.title(title);
      for (const line of file.lines) sheet.text(line);
    });
    const version = { engagementId: id, deliverableId: part, note, link: null, text: '' };
    await submitDeliverable(volunteer, { ...version, file: { name: file.name, bytes } });
  });
}

/** Writes and asks for an answer by a day, `on` days from today. */
export function askBy(
  { calendar }: Chapter,
  deal: Dealing,
  days: number,
  from: Party,
  text: string,
  on: number,
): Dealing {
  return deal.then(days, from === 'ngo' ? 11 : 21, `${from} asks`, async ({ id, ngo, volunteer }) => {
    const answerBy = isoDay(calendar.day(on), 'UTC');
    const ctx = from === 'ngo' ? ngo : volunteer;
    await sendMessage(ctx, { kind: 'engagement', subjectId: id, text, answerBy });
  });
}

/** Answers whatever the other side has asked. */
export function answer(deal: Dealing, days: number, from: Party, text: string): Dealing {
  return deal.then(days, from === 'ngo' ? 12 : 21, `${from} answers`, async ({ id, ngo, volunteer }) => {
    const ctx = from === 'ngo' ? ngo : volunteer;
    const { owed } = await threadOf(ctx, 'engagement', id);
    await sendMessage(ctx, { kind: 'engagement', subjectId: id, text, answers: owed.map((each) => each.id) });
  });
}

/** What the decision-maker did after the account was public, each some days later and never after today. */
export function laterReplies(
  { calendar }: Chapter,
  deal: Dealing,
  { since = [] }: SeedOutcome,
  published: number,
): Dealing {
  let last = published;
  for (const { after, reply, text } of since) {
    last = Math.max(1, Math.min(last - 1, published - after));
    // Some days before, also where the account falls on a weekend and is written on the Friday.
    const replyDay = reply === 'none' ? null : isoDay(calendar.ago(last + 4, 12), 'UTC');
    deal.then(last, 15, 'tells what happened since', ({ id, ngo }) =>
      addOutcomeUpdate(ngo, { engagementId: id, reply, replyDay, text }),
    );
  }
  return deal;
}
