/** What the demonstration has of the exchange floor: three editions, each where a visitor may want to begin. */
import { expect } from 'vitest';
import { Deals, type DealDocument } from '../../src/lib/domains/exchange/server/deal.model';
import { Editions, type EditionDocument } from '../../src/lib/domains/exchange/server/edition.model';
import { resultsPage } from '../../src/lib/domains/exchange/server/queries/results';
import {
  SuggestionLists,
  type SuggestionsDocument,
} from '../../src/lib/domains/exchange/server/plans/suggestions.model';
import { RegistrationDrafts } from '../../src/lib/domains/exchange/server/registrations/draft.model';
import { Registrations } from '../../src/lib/domains/exchange/server/registration.model';
import { FLOOR_ORGANISATIONS } from '../../seed/exchange/floor-organisations';
import { asStranger } from '../support/contexts';

/** Of the marketplace, without those that only come to the floor. */
const MARKET = 64;

export async function checkFloors(organisations: number): Promise<void> {
  expect(organisations).toBe(MARKET + FLOOR_ORGANISATIONS.length);
  const editions = await Editions.find().sort({ startsAt: 1 }).lean<EditionDocument[]>();
  expect(editions.map(({ state, places }) => [state, places.length])).toEqual([
    ['results', 56],
    ['closed', 120],
    ['open', 12],
  ]);
  const [last, now, small] = editions as [EditionDocument, EditionDocument, EditionDocument];
  expect(now.copiedFrom).toBe(last._id);
  // Each way a registration can stand before the day is there to be seen.
  const states = [
    ['approved', 12],
    ['waitlisted', 3],
    ['submitted', 3],
    ['changes_requested', 1],
  ] as const;
  for (const [state, count] of states)
    expect(await Registrations.countDocuments({ editionId: small._id, state }), state).toBe(count);
  expect(await RegistrationDrafts.countDocuments({ editionId: small._id })).toBe(1);
  const lists = await SuggestionLists.findById(now._id).lean<SuggestionsDocument>();
  expect([lists?.lists.length, lists?.publishedAt !== null]).toEqual([120, true]);
  const deals = await Deals.find({ editionId: last._id }).lean<DealDocument[]>();
  expect(deals.map(({ number }) => number).sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual(
    Array.from({ length: 60 }, (_, index) => index + 1),
  );
  const { totals, stories, awards, jury, fulfilment } = await resultsPage(asStranger(), last.slug);
  expect(totals.deals).toBe(60);
  expect([stories.length, awards.length, jury.length]).toEqual([4, 5, 2]);
  expect(fulfilment.counts).toEqual({ done: 37, running: 12, waiting: 2, infeasible: 6, never_contacted: 3 });
}
