/** An employer's list of staff, for its members: who belongs to it, and who is invited. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { personCards } from '$lib/domains/accounts/server/queries/person-cards';
import type { JoinedBy, StaffState } from '../../staff';
import { requireEmployer } from '../access';
import { Staff, type StaffDocument } from '../staff.model';

export interface StaffItem {
  id: string;
  /** Empty until she has joined. */
  name: string;
  email: string;
  team: string;
  manager: string;
  state: StaffState;
  joinedBy: JoinedBy;
  since: Date | null;
}

const PER_PAGE = 50;

export interface StaffPage {
  staff: StaffItem[];
  total: number;
  page: number;
  pages: number;
  query: string;
}

export async function staffPage(
  ctx: Context,
  slug: string,
  options: { page?: number; query?: string | null },
): Promise<StaffPage> {
  const { organisation } = await requireEmployer(ctx, slug, 'viewer');
  const query = (options.query ?? '').trim().toLowerCase().slice(0, 80);
  const literal = query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const filter = {
    organisationId: organisation.id,
    state: op({ $in: ['active', 'invited'] as StaffState[] }),
    ...(query ? { email: op({ $regex: literal }) } : {}),
  };
  const total = await Staff.countDocuments(filter);
  const pages = Math.max(1, Math.ceil(total / PER_PAGE));
  const page = Math.min(Math.max(1, Math.floor(options.page ?? 1) || 1), pages);
  const found = await Staff.find(filter)
    .sort({ state: 1, email: 1 })
    .skip((page - 1) * PER_PAGE)
    .limit(PER_PAGE)
    .lean<StaffDocument[]>();
  const people = await personCards(found.flatMap(({ personId }) => (personId ? [personId] : [])));
  const staff = found.map((each) => ({
    id: each._id,
    name: each.personId ? (people.get(each.personId)?.name ?? '') : '',
    email: each.email,
    team: each.team,
    manager: each.managerEmail,
    state: each.state,
    joinedBy: each.joinedBy,
    since: each.joinedAt ?? each.invitedAt,
  }));
  return { staff, total, page, pages, query };
}
