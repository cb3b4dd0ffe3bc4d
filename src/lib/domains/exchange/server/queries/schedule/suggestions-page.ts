/** The list of partners of one's own organisations, with reasons; there from when the organiser publishes the lists. */
import { requireActor, type Context } from '$lib/server/context';
import { op } from '$lib/server/mongo';
import { AppError } from '$lib/shared/app-error';
import type { FitWords } from '../../../agenda/reason-words';
import { wishFor } from '../../../registration/wishes';
import type { WishKind } from '../../../registration/registration';
import { findEdition, ownRegistrations } from '../../access';
import { pairTexts } from '../../plans/pair-texts';
import { SuggestionLists, type SuggestionsDocument } from '../../plans/suggestions.model';
import { Registrations, type RegistrationDocument } from '../../registration.model';
import { toEditionCard, type EditionCard } from '../editions';

export interface SuggestionsPage {
  edition: EditionCard;
  published: boolean;
  lists: {
    id: string;
    name: string;
    partners: { id: string; name: string; wish: WishKind | null; words: FitWords[] }[];
  }[];
}

/** @throws AppError not_found for whoever acts for no organisation that takes part */
export async function suggestionsPage(ctx: Context, slug: string): Promise<SuggestionsPage> {
  requireActor(ctx);
  const edition = await findEdition(ctx, slug);
  const own = (await ownRegistrations(ctx, edition._id)).filter(({ state }) => state === 'approved');
  if (own.length === 0) throw new AppError('not_found', 'error_not_found');
  const found = await SuggestionLists.findById(edition._id).lean<SuggestionsDocument>();
  const published = found !== null && found.publishedAt !== null;
  const lists = published ? await Promise.all(own.map((one) => listOf(ctx, found, one))) : [];
  return { edition: toEditionCard(edition), published, lists };
}

async function listOf(
  ctx: Context,
  { lists }: SuggestionsDocument,
  own: RegistrationDocument,
): Promise<SuggestionsPage['lists'][number]> {
  const ids = (lists.find(({ organisation }) => organisation === own._id)?.partners ?? []).map(
    (one) => one.organisation,
  );
  const found = await Registrations.find({
    _id: op({ $in: ids }),
    state: 'approved',
  }).lean<RegistrationDocument[]>();
  // Whoever was declined since, by either side, is shown no more; nobody learns why.
  const declined = (other: RegistrationDocument) =>
    wishFor(own.wishes, other._id) === 'no' || wishFor(other.wishes, own._id) === 'no';
  const partners = ids.flatMap((id) => found.filter((one) => one._id === id && !declined(one)));
  const words = await pairTexts(
    ctx,
    partners.map((other) => [own, other] as const),
  );
  return {
    id: own._id,
    name: own.name,
    partners: partners.map(({ _id, name }, at) => ({
      id: _id,
      name,
      wish: wishFor(own.wishes, _id),
      words: words[at] ?? [],
    })),
  };
}
