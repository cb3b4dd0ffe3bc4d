/** The mails about outcomes: reminders to the NGO, and word to both sides when it is public and when it goes on. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import { awaitsReply } from '../../outcome/outcome-update';
import { replyWords } from '../../outcome/outcome-words';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { address, sendMail, type Names } from './send-mail';

const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });

export async function mailOutcomeDue({ id, payload }: DomainEvent<'outcome.due'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  if (work?.state !== 'restitution_due') return;
  const overdue = payload.kind === 'overdue';
  await sendMail({
    cause: id,
    about: work,
    to: 'editors',
    kind: 'outcomes',
    words: (names) => {
      const words = { ...plain(names), due: names.when(work.outcomeDueAt) };
      return {
        subject: overdue ? m.mail_outcome_overdue_subject(words) : m.mail_outcome_due_subject(words),
        paragraphs: [overdue ? m.mail_outcome_overdue_text(words) : m.mail_outcome_due_text(words)],
        action: { label: m.mail_outcome_action(), url: address(`/engagements/${work._id}/outcome`) },
      };
    },
  });
}

/** Months after publication: was there an answer? */
export async function mailReplyAsked({ id, payload }: DomainEvent<'outcome.reply_asked'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  if (work?.state !== 'closed' || !work.outcome || !awaitsReply(work.outcome.reply)) return;
  await sendMail({
    cause: id,
    about: work,
    to: 'editors',
    kind: 'outcomes',
    words: (names) => ({
      subject: m.mail_reply_asked_subject(plain(names)),
      paragraphs: [m.mail_reply_asked_text({ ...plain(names), days: payload.days })],
      action: { label: m.engagement_go_add_reply(), url: address(`/engagements/${work._id}/outcome#since`) },
    }),
  });
}

/** The one who did the work hears first what became of it. */
export async function mailOutcomeUpdated({ id, payload }: DomainEvent<'outcome.updated'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  const update = work?.outcomeUpdates?.find((each) => each.id === payload.updateId);
  const mission = work && (await missionForWork(work.missionId));
  if (!work || !update || !mission) return;
  await sendMail({
    cause: id,
    about: work,
    to: 'volunteer',
    kind: 'outcomes',
    words: (names) => ({
      subject: m.mail_outcome_updated_subject(plain(names)),
      paragraphs: [m.mail_outcome_updated_text({ ...plain(names), reply: replyWords(update.reply).label })],
      quote: update.text,
      action: { label: m.mail_outcome_see(), url: outcomeAddress(work, mission) },
    }),
  });
}

const outcomeAddress = (work: EngagementDocument, mission: { confidentiality: string; slug: string }) =>
  address(mission.confidentiality === 'public' ? `/outcomes/${mission.slug}` : `/engagements/${work._id}/outcome`);

export async function mailOutcomePublished({ id, payload }: DomainEvent<'outcome.published'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  const mission = work && (await missionForWork(work.missionId));
  if (!work || !mission) return;
  for (const to of ['volunteer', 'editors'] as const) {
    await sendMail({
      cause: id,
      about: work,
      to,
      kind: 'outcomes',
      words: (names) => ({
        subject: m.mail_outcome_published_subject(plain(names)),
        paragraphs: [
          to === 'volunteer'
            ? m.mail_outcome_published_volunteer(plain(names))
            : m.mail_outcome_published_ngo(plain(names)),
        ],
        action: { label: m.mail_outcome_see(), url: outcomeAddress(work, mission) },
      }),
    });
  }
}
