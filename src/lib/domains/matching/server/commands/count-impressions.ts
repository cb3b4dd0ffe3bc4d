/** A list was truly shown: counts one impression for each person on it, once per NGO, role and day. */
import type { Context } from '$lib/server/context';
import { isoDay } from '$lib/shared/dates';
import { requireMember } from '$lib/domains/organisations/server/queries/require-member';
import { Impressions } from '../exposure/impression.model';
import { forgetExposure } from '../exposure/exposure';

export interface CountImpressions {
  organisationId: string;
  roleId: string;
  volunteerIds: readonly string[];
}

export async function countImpressions(ctx: Context, input: CountImpressions): Promise<void> {
  await requireMember(ctx, input.organisationId, 'viewer');
  if (input.volunteerIds.length === 0) return;
  const day = isoDay(ctx.now, 'UTC');
  await Impressions.bulkWrite(
    input.volunteerIds.map((volunteerId) => {
      const _id = [day, input.organisationId, input.roleId, volunteerId].join('|');
      const impression = { volunteerId, organisationId: input.organisationId, roleId: input.roleId, at: ctx.now };
      return { updateOne: { filter: { _id }, update: { $setOnInsert: impression }, upsert: true } };
    }),
    { ordered: false },
  );
  forgetExposure();
}
