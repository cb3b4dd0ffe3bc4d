/** The words for what a decision-maker did. */
import { m } from '$lib/paraglide/messages.js';
import type { DeciderReply, TOLD_FIELDS } from './outcome';

export function replyWords(reply: DeciderReply): {
  label: string;
  tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
} {
  switch (reply) {
    case 'none':
      return { label: m.outcome_reply_none(), tone: 'neutral' };
    case 'acknowledged':
      return { label: m.outcome_reply_acknowledged(), tone: 'neutral' };
    case 'followed':
      return { label: m.outcome_reply_followed(), tone: 'good' };
    case 'followed_in_part':
      return { label: m.outcome_reply_followed_in_part(), tone: 'accent' };
    case 'refused_with_reasons':
      return { label: m.outcome_reply_refused_with_reasons(), tone: 'warn' };
    case 'refused_without_reasons':
      return { label: m.outcome_reply_refused_without_reasons(), tone: 'bad' };
  }
}

export function fieldWords(field: (typeof TOLD_FIELDS)[number]): string {
  switch (field) {
    case 'asked':
      return m.outcome_asked();
    case 'submitted':
      return m.outcome_submitted();
    case 'reply':
      return m.outcome_reply();
    case 'replyDay':
      return m.outcome_reply_day();
    case 'result':
      return m.outcome_result();
    case 'nextStep':
      return m.outcome_next_step();
    case 'metRole':
      return m.outcome_met_role();
    case 'metDay':
      return m.outcome_met_day();
  }
}
