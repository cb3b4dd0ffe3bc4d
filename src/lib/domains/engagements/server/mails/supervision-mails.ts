/** The mails about supervision: the link to whoever is named, in her language; the news to both sides. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import type { DomainEvent } from '$lib/server/events';
import { publicOrigin } from '$lib/server/env';
import { enqueueMail } from '$lib/server/mail/enqueue-mail';
import { formatDay } from '$lib/shared/dates';
import { href } from '$lib/shared/href';
import type { Locale } from '$lib/shared/locale';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import { Engagements, type EngagementDocument } from '../engagement.model';
import { tell } from './tell';

const read = (id: string) => Engagements.findById(id).lean<EngagementDocument>();

/** Names the student and nothing else: the rest is behind the link, which is a secret. */
export async function mailSupervisorAsked({ id, payload }: DomainEvent<'supervisor.asked'>): Promise<void> {
  const work = await read(payload.engagementId);
  const supervision = work?.supervision;
  if (!work || supervision?.id !== payload.supervisionId || supervision.state !== 'asked') return;
  const student = (await personCards([work.personId])).get(work.personId)?.name;
  if (!student) return;
  await enqueueMail({
    key: `${id}:supervisor`,
    to: supervision.email,
    locale: supervision.locale,
    category: 'work',
    kind: 'charter',
    names: [work.personId],
    content: () => ({
      subject: m.mail_supervisor_subject({ student }),
      greeting: m.mail_greeting({ name: supervision.name }),
      paragraphs: [m.mail_supervisor_text({ student }), m.mail_supervisor_what()],
      action: { label: m.mail_supervisor_action(), url: publicOrigin() + href(`/supervise/${payload.token}`) },
      note: m.mail_supervisor_note({ day: formatDay(supervision.expiresAt, getLocale() as Locale) }),
    }),
  });
}

/** The NGO of a mission that is not public says whether the charter may be shown. */
export async function mailSupervisorNamed({ id, payload }: DomainEvent<'supervisor.named'>): Promise<void> {
  const work = await read(payload.engagementId);
  if (work?.supervision?.state !== 'held') return;
  const { name, institution } = work.supervision;
  await tell(id, work, {
    ...{ to: 'editors', path: '/team', label: m.mail_team_action, kind: 'charter' },
    subject: m.mail_supervisor_held_subject,
    text: (names) => m.mail_supervisor_held_text({ ...names, supervisor: name, institution }),
  });
}

export async function mailSupervisorAnswered({ id, payload }: DomainEvent<'supervisor.answered'>): Promise<void> {
  const work = await read(payload.engagementId);
  const supervision = work?.supervision;
  if (!work || !supervision) return;
  const { signed } = payload;
  const supervisor = supervision.name;
  for (const to of ['volunteer', 'editors'] as const)
    await tell(id, work, {
      ...{ to, path: signed ? '/charter' : '/team', kind: 'charter', quote: signed ? null : supervision.reason },
      label: signed ? m.mail_charter_action : m.mail_team_action,
      subject: (names) => (signed ? m.mail_supervisor_signed_subject(names) : m.mail_supervisor_refused_subject(names)),
      text: (names) =>
        signed
          ? m.mail_supervisor_signed_text({ ...names, supervisor })
          : m.mail_supervisor_refused_text({ ...names, supervisor }),
    });
}
