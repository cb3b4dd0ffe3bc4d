/** The door: who is expected, who is there, who has left. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { editionForStaff } from '../../access';
import { holderOfBadge } from '../../badges/badge-code';
import { delegatesAway } from '../../../registration/arrival';
import { folded } from '../../../registration/browse-filter';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';

export interface DoorGuest {
  id: string;
  name: string;
  delegates: {
    id: string;
    name: string;
    from: string | null;
    until: string | null;
    photoConsent: boolean;
    /** Is waited for, or has gone, while somebody of theirs is there. */
    isAway: boolean;
  }[];
  checkedInAt: string | null;
  leftAt: string | null;
}

export interface DoorPage {
  edition: EditionCard;
  guests: DoorGuest[];
  expected: number;
  arrived: number;
  left: number;
  /** Whose badge the address names: before the press of a button nothing is noted. */
  scanned: { id: string; name: string; delegate: string } | null;
  /** Why that code is none of this floor. */
  scanRefusal: { reason: string; params: Record<string, string | number> } | null;
}

async function scannedBadge(
  edition: { _id: string; slug: string },
  code: string,
): Promise<Pick<DoorPage, 'scanned' | 'scanRefusal'>> {
  if (code === '') return { scanned: null, scanRefusal: null };
  try {
    const { registration, delegate } = await holderOfBadge(edition, code);
    return { scanned: { id: registration._id, name: registration.name, delegate }, scanRefusal: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { scanned: null, scanRefusal: { reason: error.reason, params: error.params } };
  }
}

/** For everybody who works on the floor. `code` is that of a badge, `text` narrows the list by name. */
export async function doorPage(
  ctx: Context,
  slug: string,
  { text, code }: { text: string; code: string },
): Promise<DoorPage> {
  const edition = await editionForStaff(ctx, slug);
  const all = await Registrations.find({ editionId: edition._id, state: 'approved' }).lean<RegistrationDocument[]>();
  const { scanned, scanRefusal } = await scannedBadge(edition, code);
  const wanted = folded(text.trim());
  const isWanted = ({ _id, name, delegates }: RegistrationDocument) =>
    scanned
      ? _id === scanned.id
      : [name, ...delegates.map((one) => one.name)].some((words) => folded(words).includes(wanted));
  return {
    edition: toEditionCard(edition),
    guests: all
      .filter(isWanted)
      .map((one) => ({
        id: one._id,
        name: one.name,
        delegates: one.delegates.map(({ id, name, from, until, photoConsent }) => ({
          ...{ id, name, from, until, photoConsent },
          isAway: delegatesAway(one).includes(id),
        })),
        checkedInAt: one.checkedInAt?.toISOString() ?? null,
        leftAt: one.leftAt?.toISOString() ?? null,
      }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    expected: all.length,
    arrived: all.filter(({ checkedInAt }) => checkedInAt).length,
    left: all.filter(({ leftAt }) => leftAt).length,
    scanned,
    scanRefusal,
  };
}
