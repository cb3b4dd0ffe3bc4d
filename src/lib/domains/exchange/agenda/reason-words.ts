/** Why two organisations fit, in sentences that name what each wrote. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatNumber } from '$lib/shared/dates';
import { INTL_TAGS } from '$lib/shared/locale';
import { categoryName } from '../exchange-words';
import type { ServeReason } from '../schedule/scoring/serves';
import type { Fit, PairFit } from './pair-reasons';

/** So many words in common are named; the others say nothing new. */
const MOST_WORDS = 4;

export type LabelOf = (skill: string) => string;

function reasonText(reason: ServeReason, label: LabelOf): string {
  if (reason.kind === 'category') return m.suggestion_reason_corner({ corner: categoryName(reason.category) });
  if (reason.kind === 'words') {
    const words = reason.words.slice(0, MOST_WORDS);
    const list = new Intl.ListFormat(INTL_TAGS[getLocale()], { type: 'conjunction' }).format(words);
    return m.suggestion_reason_words({ words: list });
  }
  if (reason.kind === 'skill')
    return reason.asked === reason.held
      ? m.suggestion_reason_skill({ skill: label(reason.asked) })
      : m.suggestion_reason_related({ asked: label(reason.asked), held: label(reason.held) });
  if (reason.kind === 'place') return reason.same ? m.suggestion_reason_place() : m.suggestion_reason_place_other();
  if (reason.kind === 'amount') return amountText(reason);
  return reason.meets ? m.suggestion_reason_period() : m.suggestion_reason_period_other();
}

function amountText({ offered, asked, unit }: Extract<ServeReason, { kind: 'amount' }>): string {
  const words = { unit, asked: formatNumber(asked, getLocale()), offered: formatNumber(offered, getLocale()) };
  return offered < asked ? m.suggestion_reason_amount_part(words) : m.suggestion_reason_amount(words);
}

export interface FitWords {
  /** "Bakery offers “Bread for fifty”, River asks for “Lunch for volunteers”." */
  text: string;
  reasons: string[];
}

export function fitWords(fit: Fit, giver: string, receiver: string, label: LabelOf): FitWords {
  return {
    text: m.suggestion_fit({ giver, receiver, offer: fit.offer, request: fit.request }),
    reasons: fit.reasons.map((reason) => reasonText(reason, label)),
  };
}

/** Both directions, the better one first. */
export function pairWords({ gives, gets }: PairFit, one: string, other: string, label: LabelOf): FitWords[] {
  const both = [
    ...(gives ? [{ score: gives.score, ...fitWords(gives, one, other, label) }] : []),
    ...(gets ? [{ score: gets.score, ...fitWords(gets, other, one, label) }] : []),
  ];
  return both.sort((a, b) => b.score - a.score).map(({ text, reasons }) => ({ text, reasons }));
}

export function skillsOf({ gives, gets }: PairFit): string[] {
  return [gives, gets].flatMap((fit) =>
    (fit?.reasons ?? []).flatMap((reason) => (reason.kind === 'skill' ? [reason.asked, reason.held] : [])),
  );
}
