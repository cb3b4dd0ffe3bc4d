/** What every decision of a moderator shares: who may, what she had before her eyes, and the write that decides a race. */
import type { UpdateQuery } from 'mongoose';
import { requireModerator, type Context } from '$lib/server/context';
import type { StoredEvent } from '$lib/server/events';
import { entry } from '$lib/server/timeline';
import { AppError } from '$lib/shared/app-error';
import type { OrganisationState } from '../organisation';
import { whyNotDecide, type VerificationRefusal } from '../verification';
import { readOrganisation, writeOrganisation } from './organisation-store';
import type { OrganisationDocument } from './organisation.model';

export interface Decision {
  organisationId: string;
  /** Version and round that the moderator saw, as `3.1`; left out by programs, which decide on what is there. */
  seen?: string | undefined;
}

/** @throws AppError not_found for everyone but moderators, refused on one's own organisation and for a wrong state */
export async function organisationToDecide(
  ctx: Context,
  organisationId: string,
  whyNot: (organisation: OrganisationDocument) => VerificationRefusal | null,
): Promise<{ document: OrganisationDocument; by: string | null }> {
  const by = requireModerator(ctx)?.personId ?? null;
  const document = await readOrganisation(organisationId);
  const refusal = whyNotDecide(document.members, by) ?? whyNot(document);
  if (refusal === 'organisation_refusal_own') throw new AppError('forbidden', refusal);
  // A state that no longer allows it is what a moderator meets when a colleague was faster.
  if (refusal) throw new AppError('conflict', refusal);
  return { document, by };
}

/** Writes the decision unless the texts or the standing have changed since the moderator looked. */
export async function decideOnOrganisation(
  ctx: Context,
  document: OrganisationDocument,
  decision: Decision,
  what: {
    name: string;
    note: string | null;
    set: NonNullable<UpdateQuery<OrganisationDocument>['$set']>;
    event: StoredEvent;
  },
): Promise<void> {
  const [version = document.version, round = document.round] = (decision.seen ?? '')
    .split('.')
    .filter(Boolean)
    .map(Number);
  await writeOrganisation(
    document._id,
    { state: document.state, version, round, mergedInto: null },
    {
      $set: what.set,
      $inc: { round: 1 },
      $push: { timeline: entry(ctx, what.name, what.note), outbox: what.event },
    },
  );
}

/** What a moderator's page posts back as `seen`. */
export function seenOf(document: Pick<OrganisationDocument, 'version' | 'round'>): string {
  return `${document.version}.${document.round}`;
}

/** Where a reinstated organisation stands: as it stood before. */
export function stateBeforeSuspension(document: Pick<OrganisationDocument, 'verifiedAt'>): OrganisationState {
  return document.verifiedAt ? 'verified' : 'pending';
}
