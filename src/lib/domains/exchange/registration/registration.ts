/** How an organisation comes to an edition: its delegates, what it offers and asks, and where its registration stands. Pure. */
import type { Category, EditionState } from '../edition/edition';

export const REGISTRATION_STATES = [
  'submitted',
  'changes_requested',
  'approved',
  'waitlisted',
  'refused',
  'withdrawn',
] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

export const ITEM_SIDES = ['offer', 'request'] as const;
export type ItemSide = (typeof ITEM_SIDES)[number];

export const MAX_ITEMS = 8;
export const MAX_DELEGATES = 4;
export const MAX_ITEM_SKILLS = 6;

export interface Delegate {
  id: string;
  name: string;
  /** Never shown to others: by it one person who comes for several organisations has one calendar. '' when not given. */
  email: string;
  /** Wall-clock time in the edition's zone; null means from the beginning, until the end. */
  from: string | null;
  until: string | null;
  /** Whether her name may stand on the public page; the board never shows people. */
  isPublic: boolean;
  photoConsent: boolean;
  /** When the consent was given; null without one. */
  photoConsentAt: Date | null;
}

export interface Item {
  id: string;
  side: ItemSide;
  category: Category;
  title: string;
  text: string;
  quantity: number;
  unit: string;
  period: string;
  place: string;
  /** What could come back; empty when open. */
  counter: string;
  estimate: number;
  /** Of the list of skills, where knowledge is offered or asked for. */
  skills: string[];
}

/** At the door: comes, leaves early, or it was a mistake. */
export const DOOR_ACTS = ['arrive', 'leave', 'undo'] as const;
export type DoorAct = (typeof DOOR_ACTS)[number];

export const DECISIONS = ['approve', 'request_changes', 'refuse'] as const;
export type Decision = (typeof DECISIONS)[number];

const STEPS = {
  edit: ['submitted', 'changes_requested', 'approved', 'waitlisted'],
  approve: ['submitted', 'changes_requested', 'refused'],
  request_changes: ['submitted', 'waitlisted'],
  refuse: ['submitted', 'changes_requested', 'waitlisted'],
  withdraw: ['submitted', 'changes_requested', 'approved', 'waitlisted'],
  again: ['withdrawn'],
} as const satisfies Record<string, readonly RegistrationState[]>;
export type RegistrationStep = keyof typeof STEPS;

export function mayStep(state: RegistrationState, step: RegistrationStep): boolean {
  return (STEPS[step] as readonly RegistrationState[]).includes(state);
}

/** Where an edit leads: whoever was asked for changes, or left, stands before the organiser again. */
export function stateAfterEdit(state: RegistrationState): RegistrationState {
  return state === 'changes_requested' || state === 'withdrawn' ? 'submitted' : state;
}

/** `state` is null before anything was sent. A first registration needs an open edition; a sent one may still be corrected. */
export function mayEditRegistration(state: RegistrationState | null, edition: EditionState): boolean {
  if (state === null || state === 'withdrawn') return edition === 'open';
  return mayStep(state, 'edit') && (edition === 'open' || edition === 'closed');
}

export type RegistrationRefusal =
  | 'registration_refusal_closed'
  | 'registration_refusal_items'
  | 'registration_refusal_delegates'
  | 'registration_refusal_presence'
  | 'registration_refusal_category'
  | 'registration_refusal_step';

export function whyNotContent(
  content: { delegates: readonly Pick<Delegate, 'from' | 'until'>[]; items: readonly Pick<Item, 'category'>[] },
  categories: readonly Category[],
): RegistrationRefusal | null {
  if (content.delegates.length < 1) return 'registration_refusal_delegates';
  if (content.items.length < 1) return 'registration_refusal_items';
  if (content.delegates.some(({ from, until }) => from !== null && until !== null && until <= from))
    return 'registration_refusal_presence';
  return content.items.some(({ category }) => !categories.includes(category)) ? 'registration_refusal_category' : null;
}

export type WordingHint =
  'exchange_hint_short' | 'exchange_hint_money' | 'exchange_hint_vague' | 'exchange_hint_no_counter';

/** What would make an offer or request easier to say yes to. Advice, never a refusal. */
export function hintsFor(item: Pick<Item, 'title' | 'text' | 'counter' | 'side'>): WordingHint[] {
  const words = `${item.title} ${item.text}`.toLowerCase();
  const hints: WordingHint[] = [];
  if (item.text.trim().length < 60) hints.push('exchange_hint_short');
  // Money is taboo on the floor: help is traded for help.
  if (/€|\beuros?\b|\bmoney\b|\bgeld\b|\bargent\b|sponsor|donation|\bdons?\b|\bgift of\b/.test(words))
    hints.push('exchange_hint_money');
  if (/\b(etc|various|all kinds|anything|something|divers|allerlei|quelque chose|iets)\b/.test(words))
    hints.push('exchange_hint_vague');
  if (item.side === 'request' && item.counter.trim() === '') hints.push('exchange_hint_no_counter');
  return hints;
}

export const WISHES = ['must', 'meet', 'no'] as const;
export type WishKind = (typeof WISHES)[number];

export interface Wish {
  /** The other registration. */
  of: string;
  kind: WishKind;
}

/** Pairs of which one insists and the other declines: the refusal wins, and the organiser tells both. */
export function clashesOf(
  registrations: readonly { id: string; wishes: readonly Wish[] }[],
): { must: string; no: string }[] {
  const declines = new Set(
    registrations.flatMap(({ id, wishes }) =>
      wishes.filter(({ kind }) => kind === 'no').map(({ of }) => `${id}>${of}`),
    ),
  );
  return registrations.flatMap(({ id, wishes }) =>
    wishes
      .filter(({ kind, of }) => kind === 'must' && declines.has(`${of}>${id}`))
      .map(({ of }) => ({ must: id, no: of })),
  );
}
