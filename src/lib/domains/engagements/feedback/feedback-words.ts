/** The words of the three questions, from where each side stands. */
import { m } from '$lib/paraglide/messages.js';
import type { Party } from '../engagement/engagement';
import type { FeedbackAnswer, FeedbackQuestion } from './feedback';

export function questionWords(question: FeedbackQuestion, side: Party): string {
  if (question === 'clear') return side === 'ngo' ? m.feedback_clear_ngo() : m.feedback_clear_volunteer();
  if (question === 'respect') return m.feedback_respect();
  return m.feedback_again();
}

export function answerWords(answer: FeedbackAnswer): string {
  if (answer === 'yes') return m.feedback_yes();
  return answer === 'partly' ? m.feedback_partly() : m.feedback_no();
}
