/** For moderators: pairs of organisations that are likely the same, and one pair with what a merge would move. */
import { requireModerator, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { duplicatePairs, type Likeness } from '../../duplicates/duplicate-pairs';
import type { OrganisationState } from '../../organisation';
import { whyNotDecide, whyNotMerge, type VerificationRefusal } from '../../verification';
import { readOrganisation } from '../organisation-store';
import { Organisations, type OrganisationDocument } from '../organisation.model';

const MOST_COMPARED = 20_000;
export const MOST_PAIRS = 50;

export interface PairSide {
  id: string;
  slug: string;
  name: string;
  country: string;
  city: string;
  website: string | null;
  registerNumber: string | null;
  state: OrganisationState;
  createdAt: Date;
  members: number;
  /** Invitations that nobody has answered. */
  invitations: number;
}

function toSide(document: OrganisationDocument): PairSide {
  const { _id, slug, name, country, city, website, registerNumber, state, createdAt, members, invitations } = document;
  return {
    id: _id,
    slug,
    name,
    country,
    city,
    website,
    registerNumber,
    state,
    createdAt,
    members: members.length,
    invitations: invitations.length,
  };
}

/** The younger one is offered to be merged into the older. */
export async function likelyDuplicates(
  ctx: Context,
): Promise<{ pairs: { from: PairSide; into: PairSide; same: Likeness[] }[]; total: number }> {
  requireModerator(ctx);
  const found = await Organisations.find({ mergedInto: null })
    .select({ name: 1, kind: 1, nameTokens: 1, websiteHost: 1, registerNumber: 1 })
    .limit(MOST_COMPARED)
    .lean<OrganisationDocument[]>();
  const pairs = duplicatePairs(found.map(({ _id, ...facts }) => ({ ...facts, id: _id })));
  const shown = pairs.slice(0, MOST_PAIRS);
  const ids = [...new Set(shown.flatMap(({ a, b }) => [a, b]))];
  const whole = await Organisations.find({ _id: op({ $in: ids }) }).lean<OrganisationDocument[]>();
  const sides = new Map(whole.map((document) => [document._id, toSide(document)]));
  return {
    total: pairs.length,
    pairs: shown.flatMap(({ a, b, same }) => {
      const [left, right] = [sides.get(a), sides.get(b)];
      if (!left || !right) return [];
      const isOlder = left.createdAt <= right.createdAt;
      return [{ from: isOlder ? right : left, into: isOlder ? left : right, same }];
    }),
  };
}

export interface MergePreview {
  from: PairSide;
  into: PairSide;
  /** Members of the first who are not yet in the second. */
  newMembers: number;
  /** Message key of what stands in the way, or null. */
  refusal: VerificationRefusal | null;
}

/** @throws AppError not_found */
export async function mergePreview(ctx: Context, fromId: string, intoId: string): Promise<MergePreview> {
  const by = requireModerator(ctx)?.personId ?? null;
  const [from, into] = [await readOrganisation(fromId), await readOrganisation(intoId)];
  const present = new Set(into.members.map(({ personId }) => personId));
  return {
    from: toSide(from),
    into: toSide(into),
    newMembers: from.members.filter(({ personId }) => !present.has(personId)).length,
    refusal: whyNotDecide(from.members, by) ?? whyNotDecide(into.members, by) ?? whyNotMerge(from, into),
  };
}
