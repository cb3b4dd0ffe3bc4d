/** The mails about hours: to the editors at most one a day for each engagement, to the volunteer when one is questioned. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent } from '$lib/server/events';
import { formatDay } from '$lib/shared/dates';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { Locale } from '$lib/shared/locale';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { address, sendMail, type Names } from './send-mail';

const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });
const toHours = (id: string, label: string) => ({ action: { label, url: address(`/engagements/${id}/hours`) } });

export async function mailHoursLogged({ at, payload }: DomainEvent<'hours.logged'>): Promise<void> {
  const work = await Engagements.findById(payload.engagementId).lean<EngagementDocument>();
  if (!work?.hours.some(({ state }) => state === 'logged')) return;
  await sendMail({
    cause: `hours:${work._id}:${at.toISOString().slice(0, 10)}`,
    about: work,
    to: 'editors',
    kind: 'hours',
    words: (names) => ({
      subject: m.mail_hours_subject(plain(names)),
      paragraphs: [m.mail_hours_text(plain(names))],
      ...toHours(work._id, m.mail_hours_action()),
    }),
  });
}

export async function mailHoursQuestioned(event: DomainEvent<'hours.queried' | 'hours.rejected'>): Promise<void> {
  const work = await Engagements.findById(event.payload.engagementId).lean<EngagementDocument>();
  const entry = work?.hours.find(({ id }) => id === event.payload.entryId);
  if (!work || !entry) return;
  const queried = event.type === 'hours.queried';
  await sendMail({
    cause: event.id,
    about: work,
    to: 'volunteer',
    kind: 'hours',
    words: (names) => {
      const day = formatDay(new Date(`${entry.day}T12:00:00Z`), getLocale() as Locale, 'UTC');
      return {
        subject: queried
          ? m.mail_hours_queried_subject({ ...plain(names), day })
          : m.mail_hours_rejected_subject({ ...plain(names), day }),
        paragraphs: [queried ? m.mail_hours_queried_text(plain(names)) : m.mail_hours_rejected_text(plain(names))],
        quote: entry.reason,
        ...toHours(work._id, m.mail_hours_see()),
      };
    },
  });
}
