/** The person who answers for a student's work and signs her charter too, by a link and without an account. Pure. */
import { isAgreed, type Charter } from '../charter/charter';
import { DAY } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';

export const SUPERVISION_STATES = ['held', 'asked', 'signed', 'refused'] as const;
/** `held`: named, and the NGO of a confidential mission decides whether the text may be sent to her. */
export type SupervisionState = (typeof SUPERVISION_STATES)[number];

export interface Supervision {
  id: string;
  name: string;
  /** "Professor of public law". */
  function: string;
  institution: string;
  email: string;
  locale: Locale;
  state: SupervisionState;
  /** Of the link's token; null once it is used up. */
  tokenHash: string | null;
  askedAt: Date;
  expiresAt: Date;
  answeredAt: Date | null;
  /** Of the charter that was signed. */
  version: number | null;
  hash: string | null;
  signedName: string;
  /** Why she refused. */
  reason: string;
}

/** As the two sides read it. */
export interface SupervisionView {
  id: string;
  name: string;
  function: string;
  institution: string;
  /** The volunteer's own to see. */
  email: string | null;
  state: SupervisionState;
  isSigned: boolean;
  isOver: boolean;
  answeredAt: string | null;
  expiresAt: string;
  version: number | null;
  reason: string;
}

export const SUPERVISION_LIMITS = { name: 120, function: 120, institution: 160, reason: 1000 } as const;
/** Supervisors who were named before: enough for every honest case, not for a list of addresses. */
export const MAX_SUPERVISORS = 10;
export const SUPERVISION_LIFE_MS = 14 * DAY;

interface Supervised {
  /** Whether the work may not begin without her; absent in engagements from before there were supervisors. */
  supervised?: boolean;
  supervision?: Supervision | null;
  charter: Pick<Charter, 'version' | 'signatures'>;
}

/** Signed as the charter stands now. */
export function hasSupervisorSigned({ supervision, charter }: Supervised): boolean {
  return supervision?.state === 'signed' && supervision.version === charter.version;
}

/** Both sides have signed this version, and the supervisor where there must be one. */
export function mayBegin(engagement: Supervised): boolean {
  return isAgreed(engagement.charter) && (!engagement.supervised || hasSupervisorSigned(engagement));
}

export function isLinkOver({ state, expiresAt }: Pick<Supervision, 'state' | 'expiresAt'>, now: Date): boolean {
  return state === 'held' || expiresAt <= now;
}
