/** What each kind of news is called, and each rhythm of e-mail. */
import { m } from '$lib/paraglide/messages.js';
import type { MailKind, MailTopic } from '$lib/shared/mail-kind';
import type { Frequency } from './wishes';

interface KindWords {
  label: () => string;
  hint: () => string;
  /** As in "You will no longer get e-mail about …". */
  about: () => string;
}

export const KIND_WORDS: Record<MailKind, KindWords> = {
  account: { label: m.notify_kind_account, hint: m.notify_hint_account, about: m.notify_about_account },
  charter: { label: m.notify_kind_charter, hint: m.notify_hint_charter, about: m.notify_about_charter },
  applications: {
    label: m.notify_kind_applications,
    hint: m.notify_hint_applications,
    about: m.notify_about_applications,
  },
  invitations: {
    label: m.notify_kind_invitations,
    hint: m.notify_hint_invitations,
    about: m.notify_about_invitations,
  },
  work: { label: m.notify_kind_work, hint: m.notify_hint_work, about: m.notify_about_work },
  hours: { label: m.notify_kind_hours, hint: m.notify_hint_hours, about: m.notify_about_hours },
  messages: {
    label: m.notify_kind_messages,
    hint: m.notify_hint_messages,
    about: m.notify_about_messages,
  },
  outcomes: {
    label: m.notify_kind_outcomes,
    hint: m.notify_hint_outcomes,
    about: m.notify_about_outcomes,
  },
  sponsorship: {
    label: m.notify_kind_sponsorship,
    hint: m.notify_hint_sponsorship,
    about: m.notify_about_sponsorship,
  },
  searches: {
    label: m.notify_kind_searches,
    hint: m.notify_hint_searches,
    about: m.notify_about_searches,
  },
  follows: { label: m.notify_kind_follows, hint: m.notify_hint_follows, about: m.notify_about_follows },
  missions: {
    label: m.notify_kind_missions,
    hint: m.notify_hint_missions,
    about: m.notify_about_missions,
  },
  organisation: {
    label: m.notify_kind_organisation,
    hint: m.notify_hint_organisation,
    about: m.notify_about_organisation,
  },
  moderation: {
    label: m.notify_kind_moderation,
    hint: m.notify_hint_moderation,
    about: m.notify_about_moderation,
  },
};

/** What the page behind an unsubscribe link says of it. */
export function stopWords(topic: MailTopic, wanted: boolean): string {
  if (topic === 'digest') return wanted ? m.notify_stop_digest_lead() : m.notify_stopped_digest_lead();
  const kind = KIND_WORDS[topic].about();
  return wanted ? m.account_unsubscribe_lead({ kind }) : m.account_unsubscribed_lead({ kind });
}

const FREQUENCY_NAMES: Record<Frequency, () => string> = {
  now: m.notify_often_now,
  daily: m.notify_often_daily,
  weekly: m.notify_often_weekly,
  never: m.notify_often_never,
};

export function frequencyName(kind: MailKind, frequency: Frequency): string {
  return kind === 'searches' && frequency === 'now' ? m.notify_often_as_search() : FREQUENCY_NAMES[frequency]();
}
