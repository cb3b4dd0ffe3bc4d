/** The broker's desk: who is there, what was asked for, what she began, and her deals that still need something. */
import type { Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { DAY, isoDay } from '$lib/shared/dates';
import { readFields, type TypedFields } from '../../../deal/intake-draft';
import type { KnownParty } from '../../../deal/party-text';
import type { DealState, Reciprocity } from '../../../deal/deal';
import { takesDeals, type Category } from '../../../edition/edition';
import type { Item } from '../../../registration/registration';
import { editionFor } from '../../access';
import { Deals, type DealDocument } from '../../deal.model';
import { toKnownParty } from '../../deals/parties';
import { IntakeDrafts, type IntakeDraftDocument } from '../../intake-draft.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { toDealLines, type DealLine } from '../deals';
import { toEditionCard, type EditionCard } from '../editions';

export type AskedFor = Pick<Item, 'id' | 'title' | 'category' | 'quantity' | 'unit' | 'period' | 'estimate'> & {
  registrationId: string;
};

export interface IntakePage {
  edition: EditionCard & { categories: Category[]; reciprocity: Reciprocity };
  isOpen: boolean;
  /** The corner this broker keeps, when it is one. */
  corner: Category | null;
  organisations: (KnownParty & { here: boolean })[];
  requests: AskedFor[];
  /** Two weeks from now: by when the sides are usually in contact. */
  contactDay: string;
  own: DealLine[];
  drafts: { key: string; title: string; savedAt: string }[];
  /** The draft to go on with. */
  draft: { key: string; fields: TypedFields } | null;
}

export async function intakePage(ctx: Context, slug: string, draftKey: string | null): Promise<IntakePage> {
  const edition = await editionFor(ctx, slug, 'broker');
  const personId = ctx.actor?.personId ?? '';
  const editionId = edition._id;
  const approved = await Registrations.find({ editionId, state: 'approved' }).lean<RegistrationDocument[]>();
  approved.sort((a, b) => a.name.localeCompare(b.name));
  const hers = ['drafted', 'checked', 'rejected'] as DealState[];
  const open = await Deals.find({ editionId, brokerId: personId, state: op({ $in: hers }) })
    .sort({ createdAt: -1 })
    .limit(20)
    .lean<DealDocument[]>();
  const drafts = await IntakeDrafts.find({ personId, editionId }).sort({ savedAt: -1 }).lean<IntakeDraftDocument[]>();
  const chosen = drafts.find(({ _id }) => _id === draftKey);
  const { categories, reciprocity } = edition;
  return {
    edition: { ...toEditionCard(edition), categories: [...categories], reciprocity },
    isOpen: takesDeals(edition.state),
    corner: edition.staff.find((one) => one.personId === personId && one.role === 'broker')?.corner ?? null,
    organisations: approved.map((one) => ({ ...toKnownParty(one), here: one.checkedInAt !== null })),
    requests: approved.flatMap(({ _id, items }) =>
      items
        .filter(({ side }) => side === 'request')
        .map(({ id, title, category, quantity, unit, period, estimate }) => ({
          ...{ id, title, category, quantity, unit, period, estimate },
          registrationId: _id,
        })),
    ),
    contactDay: isoDay(new Date(ctx.now.getTime() + 14 * DAY), edition.timeZone),
    own: await toDealLines(open),
    drafts: drafts.map(({ _id, title, savedAt }) => ({ key: _id, title, savedAt: savedAt.toISOString() })),
    draft: chosen ? { key: chosen._id, fields: readFields(chosen.fields) } : null,
  };
}
