/** The mail about steps of a plan that are near or late, to the side that sees to them: one for all of them. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { DomainEvent } from '$lib/server/events';
import { formatDay } from '$lib/shared/dates';
import type { Milestone } from '../../plan/plan';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { address, sendMail } from './send-mail';

export async function mailPlanDue({ id, payload }: DomainEvent<'plan.due'>): Promise<void> {
  const { engagementId, owner, steps } = payload;
  const work = await Engagements.findById(engagementId).lean<EngagementDocument>();
  if (!work) return;
  // Done, moved away or taken out since: nothing to remind of.
  const open = steps.flatMap(({ id: stepId, kind }) => {
    const step = work.plan?.find((each) => each.id === stepId && each.doneOn === null && each.owner === owner);
    return step ? [{ step, kind }] : [];
  });
  const [first] = open;
  if (!first) return;
  const url = address(`/engagements/${engagementId}/plan`);
  await sendMail({
    cause: id,
    about: work,
    to: owner === 'ngo' ? 'editors' : 'volunteer',
    words: ({ title, role }) => ({
      subject:
        open.length === 1 ? lineOf(first.step, first.kind) : m.mail_plan_many_subject({ count: open.length, title }),
      paragraphs: [m.mail_plan_text({ title, role })],
      sections: [
        { title: m.mail_plan_steps(), items: open.map(({ step, kind }) => ({ text: lineOf(step, kind), url })) },
      ],
      action: { label: m.mail_plan_action(), url },
      note: m.mail_plan_note(),
    }),
  });
}

function lineOf({ title, day }: Milestone, kind: string): string {
  const words = { title, day: formatDay(new Date(`${day}T12:00:00Z`), getLocale(), 'UTC') };
  if (kind === 'before') return m.mail_plan_before(words);
  return kind === 'today' ? m.mail_plan_today(words) : m.mail_plan_late(words);
}
