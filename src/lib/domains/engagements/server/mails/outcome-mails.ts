/** The mails about outcomes: reminders to the NGO, and word to both when it is public. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { missionForWork } from '$lib/domains/missions/server/queries/mission-for-work';
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

export async function mailOutcomePublished({ id, payload }: DomainEvent<'outcome.published'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  const mission = work && (await missionForWork(work.missionId));
  if (!work || !mission) return;
  const isPublic = mission.confidentiality === 'public';
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
        action: {
          label: m.mail_outcome_see(),
          url: address(isPublic ? `/outcomes/${mission.slug}` : `/engagements/${work._id}/outcome`),
        },
      }),
    });
  }
}
