/** An employer's requests: those that wait first, with the most urgent on top; and those that wait for one manager. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { personContact } from '$lib/domains/accounts/server/queries/person-contact';
import { missionsForWork } from '$lib/domains/missions/server/queries/mission-for-work';
import type { RequestItem, SponsorshipState } from '../../sponsorship';
import { findProgramme, requireEmployer, staffOf } from '../access';
import { toRequestItem } from '../sponsorship.presenter';
import { Sponsorships, type SponsorshipDocument } from '../sponsorship.model';

export const REQUEST_VIEWS = {
  waiting: ['requested'],
  running: ['approved'],
  ended: ['closed', 'refused', 'lapsed', 'withdrawn', 'recalled'],
} as const satisfies Record<string, readonly SponsorshipState[]>;
export type RequestView = keyof typeof REQUEST_VIEWS;
const PER_PAGE = 30;

export interface RequestsPage {
  view: RequestView;
  counts: Record<RequestView, number>;
  requests: RequestItem[];
  page: number;
  pages: number;
}

async function present(ctx: Context, found: readonly SponsorshipDocument[]): Promise<RequestItem[]> {
  const shown = found.filter(({ showsMission }) => showsMission).map(({ missionId }) => missionId);
  const missions = await missionsForWork(shown);
  return found.map((document) => toRequestItem(document, missions, ctx.actor?.personId ?? null));
}

/** @throws AppError not_found for strangers */
export async function requestsOf(
  ctx: Context,
  slug: string,
  options: { view?: string | null; page?: number },
): Promise<RequestsPage> {
  const { organisation } = await requireEmployer(ctx, slug, 'viewer');
  const organisationId = organisation.id;
  const count = (view: RequestView) =>
    Sponsorships.countDocuments({ organisationId, state: op({ $in: [...REQUEST_VIEWS[view]] }) });
  const [waiting, running, ended] = await Promise.all([count('waiting'), count('running'), count('ended')]);
  const counts = { waiting, running, ended };
  const view = options.view && options.view in counts ? (options.view as RequestView) : 'waiting';
  const pages = Math.max(1, Math.ceil(counts[view] / PER_PAGE));
  const page = Math.min(Math.max(1, Math.floor(options.page ?? 1) || 1), pages);
  const order = view === 'waiting' ? { dueAt: 1 as const } : { requestedAt: -1 as const };
  const found = await Sponsorships.find({ organisationId, state: op({ $in: [...REQUEST_VIEWS[view]] }) })
    .sort({ ...order, _id: 1 })
    .skip((page - 1) * PER_PAGE)
    .limit(PER_PAGE)
    .lean<SponsorshipDocument[]>();
  return { view, counts, requests: await present(ctx, found), page, pages };
}

/** Requests on which the reader decides as a manager; empty where the rule does not ask managers. */
export async function waitingForManager(ctx: Context): Promise<RequestItem[]> {
  const { personId } = requireActor(ctx);
  const staff = await staffOf(personId);
  const programme = staff && (await findProgramme(staff.organisationId));
  if (!staff || programme?.approval !== 'manager') return [];
  const contact = await personContact(personId);
  const addresses = [...new Set([staff.email, contact?.email ?? staff.email])];
  const found = await Sponsorships.find({
    managerEmail: op({ $in: addresses }),
    organisationId: staff.organisationId,
    state: 'requested',
    personId: op({ $ne: personId }),
  })
    .sort({ dueAt: 1 })
    .limit(100)
    .lean<SponsorshipDocument[]>();
  return present(ctx, found);
}
