/** What is delivered: each deliverable in versions, which the NGO accepts or sends back. Pure. */
import type { FileRef } from '$lib/shared/file-ref';
import type { EngagementState } from '../engagement/engagement';

export const DELIVERABLE_STATES = ['open', 'submitted', 'revision', 'accepted'] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

export interface DeliveredVersion {
  /** 1, 2, 3. */
  number: number;
  note: string;
  /** A web address, or null when a file or the text itself is given. */
  link: string | null;
  text: string;
  /** Absent in versions from before files could be handed in. */
  file?: FileRef | null;
  at: Date;
  formKey: string | null;
  /** Why the NGO sent it back; empty when it did not. */
  sentBack: string;
}

export interface WorkDeliverable {
  id: string;
  title: string;
  detail: string;
  state: DeliverableState;
  versions: DeliveredVersion[];
}

export const DELIVERY_NOTE_MAX = 2000;
export const DELIVERY_TEXT_MAX = 40_000;
export const MAX_VERSIONS = 30;

/** A new version may come until the deliverable is accepted. */
export function maySubmit(state: DeliverableState): boolean {
  return state !== 'accepted';
}

/** Where the engagement stands after its deliverables changed. */
export function stateAfterDelivery(
  deliverables: readonly Pick<WorkDeliverable, 'state'>[],
): Extract<EngagementState, 'active' | 'delivered' | 'revision' | 'restitution_due'> {
  if (deliverables.length > 0 && deliverables.every(({ state }) => state === 'accepted')) return 'restitution_due';
  if (deliverables.some(({ state }) => state === 'revision')) return 'revision';
  return deliverables.length > 0 && deliverables.every(({ state }) => state !== 'open') ? 'delivered' : 'active';
}
