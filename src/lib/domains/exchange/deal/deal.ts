/** Deals of the exchange floor: what is promised, who has signed, and what may become of it. Pure. */

export const DEAL_STATES = [
  'drafted',
  'checked',
  'confirmed',
  'registered',
  'contacted',
  'in_progress',
  'done',
  'infeasible',
  'never_contacted',
  'rejected',
] as const;
export type DealState = (typeof DEAL_STATES)[number];

export const RECIPROCITIES = ['required', 'encouraged', 'off'] as const;
export type Reciprocity = (typeof RECIPROCITIES)[number];

/** Whole euros: an estimate of what a leg would cost, never a price. */
export const ESTIMATE_MAX = 50_000;
export const DEAL_REASON_MAX = 500;
export const MAX_LEGS = 3;

/** One promise inside a deal. Giver and receiver are registrations of the edition. */
export interface Leg {
  giver: string;
  receiver: string;
  what: string;
  category: string;
  quantity: number;
  unit: string;
  period: string;
  estimate: number;
  /** The request it answers, when it answers one that was registered. */
  requestId: string | null;
}

export const SIGNED_HOW = ['account', 'screen', 'paper'] as const;
export type SignedHow = (typeof SIGNED_HOW)[number];

export interface Signature {
  registrationId: string;
  name: string;
  at: Date;
  /** On her own telephone, on the broker's screen, or on paper that a broker typed in. */
  how: SignedHow;
}

export type DealRefusal =
  | 'deal_refusal_legs'
  | 'deal_refusal_same_party'
  | 'deal_refusal_not_a_ring'
  | 'deal_refusal_gift'
  | 'deal_refusal_estimate'
  | 'deal_refusal_step'
  | 'deal_refusal_unsigned'
  | 'deal_refusal_not_party'
  | 'deal_refusal_limit'
  | 'deal_refusal_contact';

/** Everyone who gives or receives, in the order of the legs, each once. */
export function partiesOf(legs: readonly Pick<Leg, 'giver' | 'receiver'>[]): string[] {
  return [...new Set(legs.flatMap(({ giver, receiver }) => [giver, receiver]))];
}

export function valueOf(legs: readonly Pick<Leg, 'estimate'>[]): number {
  return legs.reduce((sum, { estimate }) => sum + estimate, 0);
}

/** Two legs give back directly; three legs make a ring in which each gives to the next. One leg is a gift. */
export function whyNotLegs(legs: readonly Leg[], reciprocity: Reciprocity): DealRefusal | null {
  if (legs.length < 1 || legs.length > MAX_LEGS) return 'deal_refusal_legs';
  if (legs.some(({ giver, receiver }) => giver === receiver)) return 'deal_refusal_same_party';
  if (legs.some(({ estimate }) => !Number.isInteger(estimate) || estimate < 0 || estimate > ESTIMATE_MAX))
    return 'deal_refusal_estimate';
  if (legs.length === 1) return reciprocity === 'required' ? 'deal_refusal_gift' : null;
  const giversOnce = new Set(legs.map(({ giver }) => giver)).size === legs.length;
  const receiversOnce = new Set(legs.map(({ receiver }) => receiver)).size === legs.length;
  const closed = partiesOf(legs).length === legs.length;
  return giversOnce && receiversOnce && closed ? null : 'deal_refusal_not_a_ring';
}

export function isRing(legs: readonly unknown[]): boolean {
  return legs.length === 3;
}

export const DEAL_STEPS = {
  edit: ['drafted', 'checked', 'confirmed', 'registered'],
  check: ['drafted'],
  sign: ['checked'],
  withdraw: ['drafted', 'checked', 'confirmed'],
  register: ['confirmed'],
  reject: ['drafted', 'checked', 'confirmed'],
  contacted: ['registered', 'never_contacted'],
  in_progress: ['registered', 'contacted', 'never_contacted'],
  done: ['registered', 'contacted', 'in_progress', 'never_contacted'],
  infeasible: ['registered', 'contacted', 'in_progress', 'never_contacted'],
  never_contacted: ['registered'],
} as const satisfies Record<string, readonly DealState[]>;
export type DealStep = keyof typeof DEAL_STEPS;

export const FOLLOW_UPS = ['contacted', 'in_progress', 'done', 'infeasible', 'never_contacted'] as const;
export type FollowUp = (typeof FOLLOW_UPS)[number];

export function mayStep(state: DealState, step: DealStep): boolean {
  return (DEAL_STEPS[step] as readonly DealState[]).includes(state);
}

export function whyNotStep(state: DealState, step: DealStep): DealRefusal | null {
  return mayStep(state, step) ? null : 'deal_refusal_step';
}

/** Whether the promises are the same, whatever they are estimated at: only then what was signed still stands. */
export function samePromises(one: readonly Leg[], other: readonly Leg[]): boolean {
  const words = (legs: readonly Leg[]) =>
    JSON.stringify(
      legs.map((leg) => [leg.giver, leg.receiver, leg.what, leg.category, leg.quantity, leg.unit, leg.period]),
    );
  return words(one) === words(other);
}

/** Those whose signature is still missing, in the order of the legs. */
export function unsignedParties(
  legs: readonly Leg[],
  signatures: readonly Pick<Signature, 'registrationId'>[],
): string[] {
  const signed = new Set(signatures.map(({ registrationId }) => registrationId));
  return partiesOf(legs).filter((party) => !signed.has(party));
}

/** A deal counts from the notary's stamp on, whatever becomes of it later. */
export function isRegistered(state: DealState): boolean {
  return !['drafted', 'checked', 'confirmed', 'rejected'].includes(state);
}

/** Over when nothing more is expected of anybody. */
export function isOver(state: DealState): boolean {
  return ['done', 'infeasible', 'rejected'].includes(state);
}

/**
 * What is left of a ring when one leaves: the gift between the two who stay, where the edition knows gifts.
 * Null when nothing is left: the deal falls.
 */
export function giftLeft(legs: readonly Leg[], leaver: string, reciprocity: Reciprocity): Leg[] | null {
  if (!isRing(legs) || reciprocity === 'required') return null;
  const left = legs.filter(({ giver, receiver }) => giver !== leaver && receiver !== leaver);
  return left.length === 1 ? left : null;
}

/**
 * Says whether two brokers have entered the same deal: who gives to whom, and for which request or under which words.
 * The order of the legs does not matter.
 */
export function samenessOf(editionId: string, legs: readonly Leg[]): string {
  const lines = legs.map(({ giver, receiver, requestId, what }) => {
    const words = what
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return `${giver}>${receiver}:${requestId ?? words}`;
  });
  return [editionId, ...lines.sort()].join('|');
}
