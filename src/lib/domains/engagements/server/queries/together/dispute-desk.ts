/** The moderators' desk for disputes: what waits, and one of them in full for whoever belongs to neither side. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import { membershipsOf } from '$lib/domains/organisations/server/queries/memberships-of';
import {
  currentDispute,
  isHeard,
  mayChangeCharter,
  resolutionsFor,
  type DisputeState,
  type Resolution,
} from '../../../mediation/dispute';
import type { CharterDifference, DisputeView } from '../../../mediation/dispute-view';
import { totalsOf, type HoursTotals } from '../../../hours/hours';
import type { CharterTerms } from '../../../charter/charter';
import { findEngagement } from '../../access';
import { differenceTo } from '../../charter/difference-to';
import { Engagements, type EngagementDocument } from '../../engagement.model';
import { requireImpartial, requireOwnDispute } from '../../mediation/mediator';
import { namesOf, type Names } from '../../naming';
import { disputeViews, undecidedEntries, type UndecidedEntry } from './dispute-view';

const notClosed = () => ({ 'disputes.state': op({ $in: ['open', 'taken', 'proposed'] as DisputeState[] }) });

export interface DisputeItem extends Pick<Names, 'mission' | 'role'> {
  /** The engagement's. */
  id: string;
  ngo: string;
  volunteer: string;
  state: DisputeState;
  openedAt: string;
  isMine: boolean;
  isTaken: boolean;
  isAnswered: boolean;
}

/** The longest waiting first. Those of her own organisations and of her own work are left to others. */
export async function openDisputes(ctx: Context): Promise<DisputeItem[]> {
  const moderator = requireModerator(ctx);
  const own = new Set(
    moderator ? (await membershipsOf(moderator.personId)).map(({ organisationId }) => organisationId) : [],
  );
  const found = (await Engagements.find(notClosed()).limit(200).lean<EngagementDocument[]>()).filter(
    ({ organisationId, personId }) => !own.has(organisationId) && personId !== moderator?.personId,
  );
  const names = await namesOf(asPlatform(ctx), found);
  return found
    .flatMap((engagement) => {
      const dispute = currentDispute(engagement);
      if (!dispute) return [];
      const { mission, role, ngo, volunteer } = names(engagement);
      return [
        {
          ...{ id: engagement._id, mission, role, ngo: ngo?.name ?? '', volunteer: volunteer.name },
          ...{ state: dispute.state, openedAt: dispute.openedAt.toISOString() },
          isMine: dispute.moderatorId !== null && dispute.moderatorId === moderator?.personId,
          isTaken: dispute.moderatorId !== null,
          isAnswered: dispute.answer !== null,
        },
      ];
    })
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
}

export async function countDisputesToTake(ctx: Context): Promise<number> {
  return (await openDisputes(ctx)).filter(({ isTaken }) => !isTaken).length;
}

export interface DisputePage {
  id: string;
  mission: Names['mission'];
  role: string;
  names: { volunteer: string; ngo: string };
  current: DisputeView | null;
  past: DisputeView[];
  isMine: boolean;
  isHeard: boolean;
  /** What can come of it, by where the work stood. */
  resolutions: Resolution[];
  /** The new charter that the moderator has prepared, against the one in force. */
  draft: CharterDifference | null;
  entries: UndecidedEntry[];
  totals: HoursTotals;
  expectedHours: number;
  timeline: { what: string; at: string; note: string | null }[];
}

/** @throws AppError not_found for whoever is no moderator, forbidden for one of a side's own */
export async function disputePage(ctx: Context, id: string): Promise<DisputePage> {
  requireModerator(ctx);
  const engagement = await findEngagement(id);
  const personId = await requireImpartial(ctx, engagement);
  const { mission, role, ngo, volunteer } = (await namesOf(asPlatform(ctx), [engagement]))(engagement);
  const all = await disputeViews(engagement);
  const dispute = currentDispute(engagement);
  const current = all.find(({ state }) => state !== 'closed') ?? null;
  return {
    ...{ id, mission, role: role.title, names: { volunteer: volunteer.name, ngo: ngo?.name ?? '' } },
    ...{ current, past: all.filter((each) => each !== current) },
    isMine: dispute?.moderatorId === personId,
    isHeard: dispute !== null && isHeard(dispute, ctx.now),
    resolutions: dispute ? resolutionsFor(dispute) : [],
    draft: dispute?.charterDraft ? await differenceTo(engagement, dispute.charterDraft) : null,
    // The work itself only while there is something to mediate.
    entries: dispute ? undecidedEntries(engagement) : [],
    totals: totalsOf(engagement.hours),
    expectedHours: engagement.charter.terms.hours,
    timeline: dispute
      ? engagement.timeline.map(({ what, at, note }) => ({ what, at: at.toISOString(), note })).toReversed()
      : [],
  };
}

export interface DisputeCharter extends Pick<DisputePage, 'id' | 'mission' | 'names'> {
  disputeId: string;
  version: number;
  /** As prepared so far, or those in force. */
  terms: CharterTerms;
}

/**
 * The charter for the moderator who has the dispute, to write another one.
 * @throws AppError not_found for whoever is no moderator and where no charter can change, refused for one who does not have it
 */
export async function disputeCharter(ctx: Context, id: string): Promise<DisputeCharter> {
  requireModerator(ctx);
  const engagement = await findEngagement(id);
  const personId = await requireImpartial(ctx, engagement);
  const open = currentDispute(engagement);
  if (!open || !mayChangeCharter(open)) throw new AppError('not_found', 'error_not_found');
  const { charterDraft, id: disputeId } = requireOwnDispute(engagement, open.id, personId);
  const { mission, ngo, volunteer } = (await namesOf(asPlatform(ctx), [engagement]))(engagement);
  const { version, terms } = engagement.charter;
  const seen = charterDraft ?? terms;
  return {
    ...{ id, disputeId, mission, names: { volunteer: volunteer.name, ngo: ngo?.name ?? '' }, version },
    terms: { ...seen, deliverables: seen.deliverables.map((each) => ({ ...each })) },
  };
}

/** Whoever mediates must know what it is about, also where the mission is confidential. */
const asPlatform = (ctx: Context): Context => ({ ...ctx, system: true });
