/** Aftercare: when the sides of a registered deal are asked how it goes, what they say, and how it stands. Pure. */
import { isOver, isRegistered, mayStep, type DealState, type FollowUp } from '../deal/deal';

/** The first contact is due so many days after the notary's stamp. */
export const CONTACT_DAYS = 14;

const DAY_MS = 86_400_000;

/** Before the first contact is due, a word; then three questions, each put again after a week to who did not answer. */
const MOMENTS = [
  { days: 10, kind: 'contact', asks: 0 },
  { days: 14, kind: 'ask', asks: 14 },
  { days: 21, kind: 'remind', asks: 14 },
  { days: 90, kind: 'ask', asks: 90 },
  { days: 97, kind: 'remind', asks: 90 },
  { days: 365, kind: 'ask', asks: 365 },
  { days: 372, kind: 'remind', asks: 365 },
] as const;
export type AftercareKind = (typeof MOMENTS)[number]['kind'];
export const FIRST_MOMENT_DAYS = MOMENTS[0].days;

/** How an answer came: on the page, by the link in a mail, or written down by the organiser who called. */
export const ANSWER_WAYS = ['account', 'link', 'phone'] as const;
export type AnswerWay = (typeof ANSWER_WAYS)[number];

export interface AftercareAnswer {
  registrationId: string;
  step: FollowUp;
  note: string;
  at: Date;
  how: AnswerWay;
}

export interface CaredDeal {
  state: DealState;
  parties: readonly string[];
  registeredAt: Date | null;
  asked: readonly number[];
  answers: readonly Pick<AftercareAnswer, 'registrationId' | 'step' | 'at'>[];
}

/** What a side says a few days before the question counts as its answer. */
const EARLY_DAYS = 4;

/** The sides that have not answered the latest question; none while nothing was asked. */
export function silentParties(deal: CaredDeal): string[] {
  const asked = MOMENTS.filter(({ kind, days, asks }) => kind !== 'contact' && deal.asked.includes(days) && asks > 0);
  const latest = asked.at(-1);
  if (!latest || !deal.registeredAt || isOver(deal.state)) return [];
  const since = deal.registeredAt.getTime() + (latest.asks - EARLY_DAYS) * DAY_MS;
  return deal.parties.filter(
    (party) => !deal.answers.some(({ registrationId, at }) => registrationId === party && at.getTime() >= since),
  );
}

/** What is due now and was not sent yet: only the latest, so that nobody gets three at once after a pause. */
export function aftercareDue(deal: CaredDeal, now: Date): { days: number; kind: AftercareKind } | null {
  if (!deal.registeredAt || !isRegistered(deal.state) || isOver(deal.state)) return null;
  const age = (now.getTime() - deal.registeredAt.getTime()) / DAY_MS;
  const due = MOMENTS.filter(({ days }) => age >= days).at(-1);
  if (!due || deal.asked.some((asked) => asked >= due.days)) return null;
  if (due.kind === 'contact') return deal.state === 'registered' ? { days: due.days, kind: 'contact' } : null;
  if (due.kind === 'remind' && deal.asked.includes(due.asks))
    return silentParties(deal).length > 0 ? { days: due.days, kind: 'remind' } : null;
  return { days: due.days, kind: 'ask' };
}

/** A reminder goes to who is silent, everything else to all. */
export function addressees(deal: CaredDeal, kind: AftercareKind): string[] {
  return kind === 'remind' ? silentParties(deal) : [...deal.parties];
}

const KEPT: readonly FollowUp[] = ['contacted', 'in_progress', 'done'];

/** One side says that it goes well, another that it does not: somebody should call. */
export function sidesDisagree(answers: readonly Pick<AftercareAnswer, 'step'>[]): boolean {
  return answers.some(({ step }) => KEPT.includes(step)) && answers.some(({ step }) => !KEPT.includes(step));
}

/** Whether an answer changes the deal's state; the word of the organiser who called settles it, also afterwards. */
export function movesDeal(state: DealState, step: FollowUp, how: AnswerWay): boolean {
  if (state === step) return false;
  return how === 'phone' ? isRegistered(state) : mayStep(state, step);
}

export const STANDINGS = ['done', 'running', 'waiting', 'infeasible', 'never_contacted'] as const;
export type Standing = (typeof STANDINGS)[number];

/** Null for what was never registered. */
export function standingOf(state: DealState): Standing | null {
  if (!isRegistered(state)) return null;
  if (state === 'registered') return 'waiting';
  return state === 'contacted' || state === 'in_progress' ? 'running' : (state as Standing);
}

export interface Fulfilment {
  counts: Record<Standing, number>;
  total: number;
  /** Of the deals whose end is known, how many were kept; null while no end is known. */
  share: number | null;
}

export function fulfilmentOf(states: readonly DealState[]): Fulfilment {
  const counts: Fulfilment['counts'] = { done: 0, running: 0, waiting: 0, infeasible: 0, never_contacted: 0 };
  for (const state of states) {
    const standing = standingOf(state);
    if (standing) counts[standing] += 1;
  }
  const ended = counts.done + counts.infeasible + counts.never_contacted;
  const total = ended + counts.running + counts.waiting;
  return { counts, total, share: ended === 0 ? null : counts.done / ended };
}
