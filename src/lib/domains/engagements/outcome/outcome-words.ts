/** The words for what a decision-maker did. */
import { m } from '$lib/paraglide/messages.js';
import type { DeciderReply } from './outcome';

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
