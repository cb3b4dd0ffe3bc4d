/** What the form of an edition begins with: usual settings, those of an earlier edition, or its own. */
import { dayIn, timeIn } from '$lib/domains/missions/deadline';
import { isAdministrator, requireActor, type Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { CATEGORIES, mayActAs } from '../../edition/edition';
import { editionFor, findEdition, rolesOn } from '../access';
import type { EditionDocument } from '../edition.model';

export interface EditionFormPage {
  initial: Record<string, string>;
  categories: string[];
}

const USUAL: EditionFormPage = {
  initial: {
    startTime: '17:00',
    endTime: '19:00',
    timeZone: 'Europe/Brussels',
    mode: 'mingling',
    reciprocity: 'encouraged',
    offerColour: 'teal',
    requestColour: 'orange',
    capacity: '120',
    dealsPerRequest: '5',
  },
  categories: [...CATEGORIES],
};

function textsOf(edition: EditionDocument): EditionFormPage {
  const { name, city, venue, timeZone, intro, mode, reciprocity, offerColour, requestColour, lateRule } = edition;
  return {
    initial: {
      ...{ name, city, venue, timeZone, intro, mode, reciprocity, offerColour, requestColour, lateRule },
      day: dayIn(edition.startsAt, timeZone),
      startTime: timeIn(edition.startsAt, timeZone),
      endTime: timeIn(edition.endsAt, timeZone),
      capacity: String(edition.capacity),
      dealsPerRequest: String(edition.dealsPerRequest),
    },
    categories: [...edition.categories],
  };
}

/** @throws AppError not_found unless the reader may set up an edition */
export async function newEditionPage(ctx: Context, from: string | null): Promise<EditionFormPage> {
  requireActor(ctx);
  const before = from ? await findEdition(ctx, from) : null;
  if (!isAdministrator(ctx) && !(before && mayActAs(rolesOn(ctx, before), 'organiser')))
    throw new AppError('not_found', 'error_not_found');
  if (!before) return USUAL;
  const { initial, categories } = textsOf(before);
  return { initial: { ...initial, day: '' }, categories };
}

export async function editionSettingsPage(
  ctx: Context,
  slug: string,
): Promise<EditionFormPage & { name: string; slug: string }> {
  const edition = await editionFor(ctx, slug, 'organiser');
  return { ...textsOf(edition), name: edition.name, slug };
}
