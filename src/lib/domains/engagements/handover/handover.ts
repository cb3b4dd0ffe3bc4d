/** Handing over: whoever must stop writes down how things stand, the NGO accepts, and the next one reads it. Pure. */
import type { FileRef } from '$lib/shared/file-ref';

export const HANDOVER_STATES = ['proposed', 'accepted', 'refused', 'withdrawn'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export interface Handover {
  state: HandoverState;
  /** What is done, where things are, what is next. */
  done: string;
  where: string;
  next: string;
  files: FileRef[];
  proposedAt: Date;
  answeredAt: Date | null;
  /** What the NGO said to it. */
  answer: string;
  formKeys: string[];
}

export const HANDOVER_MAX = 4000;
export const MAX_HANDOVER_FILES = 5;
