/** An edition of the exchange floor: its phases, its people and its settings. Pure. */
import { DAY } from '$lib/shared/dates';
import type { Reciprocity } from '../deal/deal';

export const EDITION_STATES = [
  'draft',
  'open',
  'closed',
  'floor_open',
  'floor_closed',
  'aftercare',
  'results',
] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export const MODES = ['mingling', 'rounds', 'both'] as const;
export type Mode = (typeof MODES)[number];

export const CATEGORIES = ['hands', 'knowledge', 'means', 'space', 'network'] as const;
export type Category = (typeof CATEGORIES)[number];

export const BADGE_COLOURS = ['teal', 'orange', 'blue', 'purple', 'green', 'red'] as const;
export type BadgeColour = (typeof BADGE_COLOURS)[number];

export const FLOOR_ROLES = ['organiser', 'matchmaker', 'broker', 'notary', 'valuer'] as const;
export type FloorRole = (typeof FLOOR_ROLES)[number];

export interface StaffMember {
  personId: string;
  role: FloorRole;
  /** A broker keeps one corner, or all of them. */
  corner: Category | null;
}

export const MAX_STAFF = 80;
export const MAX_CAPACITY = 400;

export interface EditionSettings {
  name: string;
  city: string;
  venue: string;
  /** Opening and closing gong as planned. */
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  intro: string;
  mode: Mode;
  categories: Category[];
  offerColour: BadgeColour;
  requestColour: BadgeColour;
  reciprocity: Reciprocity;
  dealsPerRequest: number;
  capacity: number;
  /** What happens to those who come late or leave early, in the organiser's words. */
  lateRule: string;
}

/** The presses that lead from one phase to another. */
export const EDITION_STEPS = {
  open_registration: { from: ['draft', 'closed'], to: 'open' },
  close_registration: { from: ['open'], to: 'closed' },
  open_floor: { from: ['open', 'closed', 'floor_closed'], to: 'floor_open' },
  close_floor: { from: ['floor_open'], to: 'floor_closed' },
  begin_aftercare: { from: ['floor_closed'], to: 'aftercare' },
  publish_results: { from: ['aftercare'], to: 'results' },
} as const satisfies Record<string, { from: readonly EditionState[]; to: EditionState }>;
export type EditionStep = keyof typeof EDITION_STEPS;
export const EDITION_STEP_NAMES = Object.keys(EDITION_STEPS) as [EditionStep, ...EditionStep[]];

/** What an organiser most likely does next. */
export const USUAL_STEP: Record<EditionState, EditionStep | null> = {
  draft: 'open_registration',
  open: 'close_registration',
  closed: 'open_floor',
  floor_open: 'close_floor',
  floor_closed: 'begin_aftercare',
  aftercare: 'publish_results',
  results: null,
};

export function stepsFrom(state: EditionState): EditionStep[] {
  return EDITION_STEP_NAMES.filter((step) => (EDITION_STEPS[step].from as readonly EditionState[]).includes(state));
}

/** Pressed twice, a gong is harmless: the second press finds what it wanted. */
export function isThere(state: EditionState, step: EditionStep): boolean {
  return EDITION_STEPS[step].to === state;
}

export function isPublic(state: EditionState): boolean {
  return state !== 'draft';
}

/** Deals are written down from the opening gong until aftercare begins: paper is typed in after the closing gong. */
export function takesDeals(state: EditionState): boolean {
  return state === 'floor_open' || state === 'floor_closed';
}

/** The notary works off her queue until the results are out. */
export function takesRegistrations(state: EditionState): boolean {
  return takesDeals(state) || state === 'aftercare';
}

export function hasBoard(state: EditionState): boolean {
  return !['draft', 'open', 'closed'].includes(state);
}

/** Until when an edition's pages are of use on a telephone. */
export function dayAfter(endsAt: string): Date {
  return new Date(new Date(endsAt).getTime() + DAY);
}

export type EditionRefusal = 'exchange_refusal_dates' | 'exchange_refusal_capacity' | 'exchange_refusal_settled';

/** Settings that deals or places already rest on may not be pulled away. */
export function whyNotSettings(
  next: Pick<EditionSettings, 'startsAt' | 'endsAt' | 'capacity' | 'reciprocity' | 'categories'>,
  now: { state: EditionState; places: number } & Pick<EditionSettings, 'reciprocity' | 'categories'>,
): { reason: EditionRefusal; field: string } | null {
  if (next.endsAt <= next.startsAt) return { reason: 'exchange_refusal_dates', field: 'endTime' };
  if (next.capacity < now.places) return { reason: 'exchange_refusal_capacity', field: 'capacity' };
  const begun = hasBoard(now.state);
  if (begun && next.reciprocity !== now.reciprocity)
    return { reason: 'exchange_refusal_settled', field: 'reciprocity' };
  if (now.state !== 'draft' && now.categories.some((category) => !next.categories.includes(category)))
    return { reason: 'exchange_refusal_settled', field: 'categories' };
  return null;
}

const ALLOWS: Record<FloorRole, readonly FloorRole[]> = {
  organiser: ['organiser'],
  matchmaker: ['organiser', 'matchmaker'],
  broker: ['organiser', 'broker'],
  notary: ['organiser', 'notary'],
  valuer: ['organiser', 'notary', 'valuer'],
};

/** Whether one of these roles may do the work of `needed`: an organiser stands in for everybody. */
export function mayActAs(roles: readonly FloorRole[], needed: FloorRole): boolean {
  return roles.some((role) => ALLOWS[needed].includes(role));
}
