/** The words for a date of somebody's work. */
import { m } from '$lib/paraglide/messages.js';
import type { WorkDate } from './work-date';

export function dateWords({ kind, title }: Pick<WorkDate, 'kind' | 'title'>): string {
  switch (kind) {
    case 'milestone':
      return title;
    case 'work_ends':
      return m.work_date_ends({ title });
    case 'outcome_due':
      return m.work_date_outcome({ title });
    case 'offer_lapses':
      return m.work_date_offer({ title });
    case 'reply_due':
      return m.work_date_reply({ title });
    case 'answer_due':
      return m.work_date_answer({ title });
  }
}
