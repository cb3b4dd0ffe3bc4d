/** Names and sentences of the exchange floor in the reader's language. */
import { m } from '$lib/paraglide/messages.js';
import { getLocale } from '$lib/paraglide/runtime.js';
import { formatDay, formatNumber, formatTime } from '$lib/shared/dates';
import type { DealState, Reciprocity, SignedHow } from './deal/deal';
import type { BadgeColour, Category, EditionState, EditionStep, FloorRole, Mode } from './edition/edition';
import type { FloorKind } from './edition/organisation-kinds';
import type { RegistrationState, WishKind } from './registration/registration';

type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export const categoryName = (category: string): string =>
  ({
    hands: m.exchange_category_hands,
    knowledge: m.exchange_category_knowledge,
    means: m.exchange_category_means,
    space: m.exchange_category_space,
    network: m.exchange_category_network,
  })[category as Category]();

export const roleName = (role: FloorRole): string =>
  ({
    organiser: m.exchange_role_organiser,
    matchmaker: m.exchange_role_matchmaker,
    broker: m.exchange_role_broker,
    notary: m.exchange_role_notary,
    valuer: m.exchange_role_valuer,
  })[role]();

export const modeName = (mode: Mode): string =>
  ({ mingling: m.exchange_mode_mingling, rounds: m.exchange_mode_rounds, both: m.exchange_mode_both })[mode]();

export const reciprocityName = (reciprocity: Reciprocity): string =>
  ({
    required: m.exchange_reciprocity_required,
    encouraged: m.exchange_reciprocity_encouraged,
    off: m.exchange_reciprocity_off,
  })[reciprocity]();

export const colourName = (colour: BadgeColour): string =>
  ({
    teal: m.exchange_colour_teal,
    orange: m.exchange_colour_orange,
    blue: m.exchange_colour_blue,
    purple: m.exchange_colour_purple,
    green: m.exchange_colour_green,
    red: m.exchange_colour_red,
  })[colour]();

export const editionState = (state: EditionState): { label: string; tone: Tone } =>
  ({
    draft: { label: m.exchange_state_draft(), tone: 'neutral' as const },
    open: { label: m.exchange_state_open(), tone: 'accent' as const },
    closed: { label: m.exchange_state_closed(), tone: 'neutral' as const },
    floor_open: { label: m.exchange_state_floor_open(), tone: 'good' as const },
    floor_closed: { label: m.exchange_state_floor_closed(), tone: 'neutral' as const },
    aftercare: { label: m.exchange_state_aftercare(), tone: 'neutral' as const },
    results: { label: m.exchange_state_results(), tone: 'good' as const },
  })[state];

/** In the words of where the edition stands: what was closed is opened again. */
export const stepWords = (step: EditionStep, state: EditionState): { label: string; text: string } =>
  ({
    open_registration:
      state === 'draft'
        ? { label: m.exchange_step_open(), text: m.exchange_step_open_text() }
        : { label: m.exchange_step_reopen(), text: m.exchange_step_reopen_text() },
    close_registration: { label: m.exchange_step_close(), text: m.exchange_step_close_text() },
    open_floor:
      state === 'floor_closed'
        ? { label: m.exchange_step_gong_again(), text: m.exchange_step_gong_again_text() }
        : { label: m.exchange_step_gong(), text: m.exchange_step_gong_text() },
    close_floor: { label: m.exchange_step_gong_close(), text: m.exchange_step_gong_close_text() },
    begin_aftercare: { label: m.exchange_step_aftercare(), text: m.exchange_step_aftercare_text() },
    publish_results: { label: m.exchange_step_results(), text: m.exchange_step_results_text() },
  })[step];

export const registrationState = (state: RegistrationState): { label: string; tone: Tone } =>
  ({
    submitted: { label: m.registration_state_submitted(), tone: 'accent' as const },
    changes_requested: { label: m.registration_state_changes(), tone: 'warn' as const },
    approved: { label: m.registration_state_approved(), tone: 'good' as const },
    waitlisted: { label: m.registration_state_waitlisted(), tone: 'neutral' as const },
    refused: { label: m.registration_state_refused(), tone: 'bad' as const },
    withdrawn: { label: m.registration_state_withdrawn(), tone: 'neutral' as const },
  })[state];

export const dealState = (state: DealState): { label: string; tone: Tone } =>
  ({
    drafted: { label: m.deal_state_drafted(), tone: 'neutral' as const },
    checked: { label: m.deal_state_checked(), tone: 'warn' as const },
    confirmed: { label: m.deal_state_confirmed(), tone: 'accent' as const },
    registered: { label: m.deal_state_registered(), tone: 'good' as const },
    contacted: { label: m.deal_state_contacted(), tone: 'good' as const },
    in_progress: { label: m.deal_state_in_progress(), tone: 'good' as const },
    done: { label: m.deal_state_done(), tone: 'good' as const },
    infeasible: { label: m.deal_state_infeasible(), tone: 'bad' as const },
    never_contacted: { label: m.deal_state_never_contacted(), tone: 'bad' as const },
    rejected: { label: m.deal_state_rejected(), tone: 'bad' as const },
  })[state];

const HAPPENED: Record<string, () => string> = {
  drafted: m.deal_happened_drafted,
  checked: m.deal_happened_checked,
  signed: m.deal_happened_signed,
  confirmed: m.deal_happened_confirmed,
  registered: m.deal_happened_registered,
  rejected: m.deal_happened_rejected,
  corrected: m.deal_happened_corrected,
  withdrawn: m.deal_happened_withdrawn,
  ring_left: m.deal_happened_ring_left,
  valued: m.deal_happened_valued,
  mission_begun: m.deal_happened_mission_begun,
};

/** A line of a deal's history; a step of aftercare reads as the state it led to. */
export const signedHow = (how: SignedHow): string =>
  ({ account: m.deal_how_account, screen: m.deal_how_screen, paper: m.deal_how_paper })[how]();

export const happened = (what: string): string => HAPPENED[what]?.() ?? dealState(what as DealState).label;

export const euros = (value: number): string =>
  formatNumber(value, getLocale(), { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });

/** "12 March 2027, 17:00 to 19:00 (Europe/Brussels)" */
export function whenWords(startsAt: string, endsAt: string, timeZone: string): string {
  const locale = getLocale();
  const [start, end] = [new Date(startsAt), new Date(endsAt)];
  return m.exchange_when({
    day: formatDay(start, locale, timeZone),
    from: formatTime(start, locale, timeZone),
    until: formatTime(end, locale, timeZone),
    zone: timeZone.replace(/^.*\//, '').replaceAll('_', ' '),
  });
}

/** "3 hours (May)" */
export function amountWords(leg: { quantity: number; unit: string; period: string }): string {
  const amount = `${formatNumber(leg.quantity, getLocale())} ${leg.unit}`;
  return leg.period ? `${amount}, ${leg.period}` : amount;
}

/** What an organisation is, as it entered for a floor. */
export const floorKindName = (kind: FloorKind): string =>
  ({
    company: m.floor_kind_company,
    ngo: m.floor_kind_ngo,
    public_body: m.floor_kind_public_body,
    school: m.floor_kind_school,
    service_club: m.floor_kind_service_club,
    other: m.floor_kind_other,
  })[kind]();

/** The same for the kinds that the platform knows everywhere. */
export function kindName(kind: string): string {
  if (kind === 'ngo') return m.floor_kind_ngo();
  if (kind === 'employer') return m.floor_kind_company();
  return kind === 'public' ? m.floor_kind_public_body() : m.floor_kind_other();
}

export const wishName = (wish: WishKind): string => ({ must: m.wish_must, meet: m.wish_meet, no: m.wish_no })[wish]();

export const wishDone = (wish: WishKind | null, name: string): string => {
  if (wish === null) return m.wish_done_none({ name });
  return { must: m.wish_done_must, meet: m.wish_done_meet, no: m.wish_done_no }[wish]({ name });
};

/** What the door says after an act; late is who comes when the floor is open. */
export function doorWords(act: {
  name: string;
  person: string | null;
  result: 'arrived' | 'returned' | 'already' | 'left' | 'undone';
  isLate: boolean;
}): string {
  const name = act.person ? m.agenda_who({ organisation: act.name, person: act.person }) : act.name;
  if (act.result === 'arrived')
    return act.isLate ? m.door_arrived_late_flash({ name }) : m.door_arrived_flash({ name });
  return {
    returned: m.door_returned_flash,
    left: m.door_gone_flash,
    undone: m.door_left_flash,
    already: m.door_already_flash,
  }[act.result]({ name });
}

/** How many places are taken, and what whoever registers now may expect. */
export function placesWords(edition: { state: EditionState; places: number; capacity: number }): string {
  const { state, places, capacity } = edition;
  return state === 'open' && places >= capacity
    ? m.exchange_places_full({ capacity })
    : m.exchange_places({ places, capacity });
}
