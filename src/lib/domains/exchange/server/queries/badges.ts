/** Badges: those of one's own delegates and one's own, or all of them for the organiser's printer. */
import { requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import type { BadgeColour, FloorRole } from '../../edition/edition';
import { mayActAs } from '../../edition/edition';
import { sidesOf } from '../../registration/badge';
import type { ItemSide } from '../../registration/registration';
import { findEdition, ownRegistrations, rolesOn } from '../access';
import { badgeAddress, badgeSecretOf } from '../badges/badge-code';
import { qrOutline, type QrOutline } from '../badges/qr-code';
import type { EditionDocument } from '../edition.model';
import { delegatesOf } from '../registrations/delegates-of';
import { Registrations, type RegistrationDocument } from '../registration.model';
import { toEditionCard, type EditionCard } from './editions';

export interface Badge {
  delegateId: string;
  delegate: string;
  organisation: string;
  sides: ItemSide[];
  qr: QrOutline;
}

export interface BadgeSheet {
  edition: EditionCard & { offerColour: BadgeColour; requestColour: BadgeColour };
  badges: Badge[];
}

export interface BadgesPage extends BadgeSheet {
  roles: FloorRole[];
  /** Of the whole edition, for the organiser; null for everybody else. */
  all: { badges: number; organisations: number } | null;
}

type Holder = Pick<RegistrationDocument, 'name' | 'items'> & { delegates: { id: string; name: string }[] };

async function badgesOf(edition: EditionDocument, holders: readonly Holder[]): Promise<Badge[]> {
  const secret = await badgeSecretOf(edition._id);
  return [...holders]
    .sort((a, b) => a.name.localeCompare(b.name))
    .flatMap(({ name, items, delegates }) =>
      delegates.map((one) => ({
        delegateId: one.id,
        delegate: one.name,
        organisation: name,
        sides: sidesOf(items),
        qr: qrOutline(badgeAddress(edition.slug, one.id, secret)),
      })),
    );
}

/** Registrations with a place for which the reader may act, and herself where she comes for somebody else. */
async function ownHolders(ctx: Context, edition: EditionDocument): Promise<Holder[]> {
  const own = (await ownRegistrations(ctx, edition._id)).filter(({ state }) => state === 'approved');
  const known = new Set(own.map(({ _id }) => _id));
  const elsewhere = (await delegatesOf(ctx, edition._id)).filter(({ registration }) => !known.has(registration._id));
  return [
    ...own,
    ...elsewhere.map(({ registration: { name, items }, delegate }) => ({ name, items, delegates: [delegate] })),
  ];
}

const sheetHead = (edition: EditionDocument): BadgeSheet['edition'] => ({
  ...toEditionCard(edition),
  offerColour: edition.offerColour,
  requestColour: edition.requestColour,
});

/** @throws AppError not_found for whoever neither comes nor runs the floor */
export async function badgesPage(ctx: Context, slug: string): Promise<BadgesPage> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const roles = rolesOn(ctx, edition);
  const holders = await ownHolders(ctx, edition);
  if (holders.length === 0 && roles.length === 0) throw new AppError('not_found', 'error_not_found');
  let all: BadgesPage['all'] = null;
  if (mayActAs(roles, 'organiser')) {
    const found = await Registrations.find({ editionId: edition._id, state: 'approved' })
      .select({ delegates: 1 })
      .lean<Pick<RegistrationDocument, 'delegates'>[]>();
    all = { organisations: found.length, badges: found.reduce((sum, { delegates }) => sum + delegates.length, 0) };
  }
  return { edition: sheetHead(edition), badges: await badgesOf(edition, holders), roles, all };
}

/** For printing. `which` is a delegate's id, `own`, or `all`, which is the organiser's. @throws AppError not_found, forbidden */
export async function badgeSheet(ctx: Context, slug: string, which: string): Promise<BadgeSheet> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  if (which === 'all') {
    const roles = rolesOn(ctx, edition);
    if (roles.length === 0) throw new AppError('not_found', 'error_not_found');
    if (!mayActAs(roles, 'organiser')) throw new AppError('forbidden', 'error_forbidden');
    const all = await Registrations.find({ editionId: edition._id, state: 'approved' }).lean<RegistrationDocument[]>();
    return { edition: sheetHead(edition), badges: await badgesOf(edition, all) };
  }
  const badges = await badgesOf(edition, await ownHolders(ctx, edition));
  const chosen = which === 'own' ? badges : badges.filter(({ delegateId }) => delegateId === which);
  if (chosen.length === 0) throw new AppError('not_found', 'error_not_found');
  return { edition: sheetHead(edition), badges: chosen };
}
