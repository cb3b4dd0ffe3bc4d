/** The mails along an application's way, by what happened. */
import { m } from '$lib/paraglide/messages.js';
import type { DomainEvent, EventType } from '$lib/server/events';
import type { MailContent } from '$lib/server/mail/compose-mail';
import { isNameWithheld, type EndCause } from '../../application/application';
import { Applications, type ApplicationDocument } from '../application.model';
import { address, sendMail, type Letter, type Names } from './send-mail';

export type ApplicationEventType = Extract<EventType, `application.${string}`>;

type Words = (names: Names, application: ApplicationDocument) => MailContent;
interface Plan {
  to: Letter['to'];
  words: Words;
}

const read = ({ _id }: ApplicationDocument, label: string) => ({
  action: { label, url: address(`/applications/${_id}`) },
});
const quoted = (text: string) => (text ? { quote: text } : {});

const toVolunteer = (subject: (n: Names) => string, text: (n: Names, a: ApplicationDocument) => string): Plan => ({
  to: 'volunteer',
  words: (names, application) => ({
    subject: subject(names),
    paragraphs: [text(names, application)],
    ...read(application, m.mail_application_open()),
  }),
});

const NEW_TO_EDITORS: Plan = {
  to: 'editors',
  words: (names, application) => ({
    subject: m.mail_applied_subject(plain(names)),
    paragraphs: [m.mail_applied_text({ ...plain(names), due: names.when(application.dueAt) })],
    ...quoted(isNameWithheld(application) ? '' : application.note),
    ...read(application, m.mail_application_read()),
  }),
};

/** Messages take texts and numbers only. */
const plain = ({ title, role, ngo, volunteer }: Names) => ({ title, role, ngo, volunteer });

function endText(cause: EndCause | null, names: Names): string {
  switch (cause) {
    case 'no_reply':
      return m.mail_expired_no_reply(plain(names));
    case 'offer_lapsed':
      return m.mail_expired_offer_lapsed(plain(names));
    case 'mission_cancelled':
      return m.mail_expired_cancelled(plain(names));
    case 'seats_taken':
      return m.mail_expired_seats(plain(names));
    default:
      return m.mail_expired_search(plain(names));
  }
}

const PLANS: Partial<Record<ApplicationEventType, readonly Plan[]>> = {
  'application.submitted': [
    NEW_TO_EDITORS,
    toVolunteer(
      (n) => m.mail_applied_copy_subject(plain(n)),
      (n, a) => m.mail_applied_copy_text({ ...plain(n), due: n.when(a.dueAt) }),
    ),
  ],
  'application.waitlisted': [
    toVolunteer(
      (n) => m.mail_waitlisted_subject(plain(n)),
      (n) => m.mail_waitlisted_text(plain(n)),
    ),
  ],
  'application.moved_up': [
    NEW_TO_EDITORS,
    toVolunteer(
      (n) => m.mail_moved_up_subject(plain(n)),
      (n, a) => m.mail_moved_up_text({ ...plain(n), due: n.when(a.dueAt) }),
    ),
  ],
  'application.conflict_accepted': [
    toVolunteer(
      (n) => m.mail_conflict_accepted_subject({ title: n.title }),
      (n) => m.mail_conflict_accepted_text({ ngo: n.ngo, role: n.role }),
    ),
  ],
  'application.seat_gone': [
    toVolunteer(
      (n) => m.mail_seat_gone_subject(plain(n)),
      (n) => m.mail_seat_gone_text(plain(n)),
    ),
  ],
  'application.shortlisted': [
    toVolunteer(
      (n) => m.mail_shortlisted_subject(plain(n)),
      (n) => m.mail_shortlisted_text(plain(n)),
    ),
  ],
  'application.offered': [
    {
      to: 'volunteer',
      words: (names, application) => ({
        subject: m.mail_offered_subject(plain(names)),
        paragraphs: [
          m.mail_offered_text({ ...plain(names), due: names.when(application.dueAt) }),
          m.mail_offered_next(),
        ],
        ...quoted(application.reply),
        ...read(application, m.mail_offered_action()),
      }),
    },
  ],
  'application.offer_taken_back': [
    toVolunteer(
      (n) => m.mail_offer_back_subject(plain(n)),
      (n) => m.mail_offer_back_text(plain(n)),
    ),
  ],
  'application.accepted': [
    {
      to: 'editors',
      words: (names, application) => ({
        subject: m.mail_accepted_subject(plain(names)),
        paragraphs: [m.mail_accepted_text(plain(names))],
        action: { label: m.mail_charter_action(), url: address(`/engagements/${application._id}/charter`) },
      }),
    },
  ],
  'application.declined': [
    {
      to: 'volunteer',
      words: (names, application) => ({
        subject: m.mail_declined_subject(plain(names)),
        paragraphs: [m.mail_declined_text(plain(names)), m.mail_declined_next()],
        ...quoted(application.reply),
        action: { label: m.mail_more_missions(), url: address('/missions') },
      }),
    },
  ],
  'application.withdrawn': [
    {
      to: 'editors',
      words: (names, application) => ({
        subject: application.offeredAt ? m.mail_offer_no_subject(plain(names)) : m.mail_withdrawn_subject(plain(names)),
        paragraphs: [application.offeredAt ? m.mail_offer_no_text(plain(names)) : m.mail_withdrawn_text(plain(names))],
        ...quoted(application.withdrawReason),
        ...read(application, m.mail_application_read()),
      }),
    },
  ],
  'application.expired': [
    {
      to: 'volunteer',
      words: (names, application) => ({
        subject: m.mail_expired_subject(plain(names)),
        paragraphs: [endText(application.endCause, names), m.mail_declined_next()],
        action: { label: m.mail_more_missions(), url: address('/missions') },
      }),
    },
  ],
};

const LATE_TO_EDITORS: Plan = {
  to: 'editors',
  words: (names, application) => ({
    subject:
      application.endCause === 'no_reply' ? m.mail_no_reply_subject(plain(names)) : m.mail_lapsed_subject(plain(names)),
    paragraphs: [
      application.endCause === 'no_reply' ? m.mail_no_reply_text(plain(names)) : m.mail_lapsed_text(plain(names)),
    ],
    ...read(application, m.mail_application_read()),
  }),
};

const REMINDERS: Record<'submitted' | 'offered', Plan> = {
  submitted: {
    to: 'editors',
    words: (names, application) => ({
      subject: m.mail_reply_due_subject(plain(names)),
      paragraphs: [m.mail_reply_due_text({ ...plain(names), due: names.when(application.dueAt) })],
      ...read(application, m.mail_application_read()),
    }),
  },
  offered: {
    to: 'volunteer',
    words: (names, application) => ({
      subject: m.mail_offer_due_subject(plain(names)),
      paragraphs: [m.mail_offer_due_text({ ...plain(names), due: names.when(application.dueAt) })],
      ...read(application, m.mail_offered_action()),
    }),
  },
};

function plansFor(type: ApplicationEventType, { state, endCause }: ApplicationDocument): readonly Plan[] {
  // A reminder of what was answered meanwhile is not sent.
  if (type === 'application.reminder_due')
    return state === 'submitted' || state === 'offered' ? [REMINDERS[state]] : [];
  const plans = PLANS[type] ?? [];
  const late = type === 'application.expired' && (endCause === 'no_reply' || endCause === 'offer_lapsed');
  return late ? [...plans, LATE_TO_EDITORS] : plans;
}

export async function mailAboutApplication({ id, type, payload }: DomainEvent<ApplicationEventType>): Promise<void> {
  const application = await Applications.findById(payload.applicationId).lean<ApplicationDocument>();
  if (!application) return;
  for (const { to, words } of plansFor(type, application)) {
    const letter = { cause: id, about: application, kind: 'applications' as const, to };
    await sendMail({ ...letter, words: (names) => words(names, application) });
  }
}
