/** A moderator makes a mission public; it gets its public address in the same write. */
import { AppError } from '$lib/shared/app-error';
import { slugify } from '$lib/server/addresses/slug';
import type { Context } from '$lib/server/context';
import { isDuplicateKey } from '$lib/server/mongo';
import { organisationCards } from '$lib/domains/organisations/server/queries/organisation-cards';
import { whyNotPublishable } from '../../submission';
import { missionToReview, type ReviewDecision } from '../mission-to-review';
import type { MissionDocument } from '../mission.model';
import { publishRefusal } from '../publish-gate';
import { decision, writeStep } from '../write-step';

/** @throws AppError refused for a pending or suspended NGO, a deadline that has passed, or an overdue outcome report */
export async function publishMission(
  ctx: Context,
  input: ReviewDecision & { note?: string | null },
): Promise<{ slug: string }> {
  const mission = await missionToReview(ctx, input, 'publish');
  const organisation = (await organisationCards([mission.organisationId])).get(mission.organisationId);
  if (!organisation) throw new AppError('not_found', 'error_not_found');
  const gate = await publishRefusal(mission.organisationId);
  const refusal = whyNotPublishable(mission, organisation.state, gate, ctx.now);
  if (refusal) throw new AppError('refused', refusal.reason);
  const [first, ...others] = addressesFor(mission);
  for (const slug of [first, ...others]) {
    try {
      await publish(ctx, mission, slug, input.note ?? null);
      return { slug };
    } catch (error) {
      // Another mission has this address: the next one carries a piece of the id.
      if (!isDuplicateKey(error) || slug === others.at(-1)) throw error;
    }
  }
  throw new AppError('conflict', 'error_conflict');
}

async function publish(ctx: Context, mission: MissionDocument, slug: string, note: string | null): Promise<void> {
  await writeStep(ctx, mission, {
    event: 'mission.published',
    payload: decision(ctx, mission._id, note),
    what: 'published',
    note,
    set: { state: 'published', publishedAt: ctx.now, slug, reviewNote: '' },
  });
}

/** The title of a cleared mission must not be read from its address; `new` is a page of ours. */
function addressesFor(mission: MissionDocument): [string, ...string[]] {
  const tail = mission._id.slice(-6);
  if (mission.confidentiality === 'cleared') return [`confidential-${tail}`, `confidential-${mission._id}`];
  const plain = slugify(mission.title);
  const isReserved = plain === 'new' || plain === 'untitled' || plain.startsWith('confidential-');
  return isReserved ? [`${plain}-${tail}`, mission._id] : [plain, `${plain}-${tail}`, mission._id];
}
