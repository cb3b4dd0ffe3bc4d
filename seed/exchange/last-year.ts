/** Last year's floor: sixty deals from paper, what became of them within a year, four stories, and its awards. */
import type { FollowUp, Leg } from '$lib/domains/exchange/deal/deal';
import { answerDeal } from '$lib/domains/exchange/server/commands/aftercare/answer-deal';
import { giveAward } from '$lib/domains/exchange/server/commands/awards/give-award';
import { recordSignedDeal } from '$lib/domains/exchange/server/commands/deals/record-signed-deal';
import { registerDeal } from '$lib/domains/exchange/server/commands/deals/register-deal';
import { agreeStory } from '$lib/domains/exchange/server/commands/stories/agree-story';
import { tellStory } from '$lib/domains/exchange/server/commands/stories/tell-story';
import { askForNews } from '$lib/domains/exchange/server/jobs';
import type { EditionSettings } from '$lib/domains/exchange/edition/edition';
import { now } from '$lib/server/clock';
import type { Chance } from '../engine/chance';
import { EditionStory, type EditionParts } from './edition-acts';
import { marketGuests, regionGuests, type Guest } from './guests';
import type { SeedItem } from './trades';

/** Weeks to the day: it was on the same weekday. */
const FLOOR = 364;
const DEALS = 60;
const GUESTS = 56;

interface PlannedDeal {
  sides: Guest[];
  items: SeedItem[];
  ending: FollowUp | null;
  /** Days after the floor on which the first side says so. */
  told: number;
}

const REASONS = [
  'The person who promised it has left the company, and nobody took over.',
  'We could not find a day that suited both in a whole year.',
  'It turned out that the room is too small for us.',
];

/** What became of the sixty; of the last two nobody has heard. */
const ENDINGS: readonly (readonly [ending: FollowUp | null, count: number])[] = [
  ['done', 37],
  ['in_progress', 9],
  ['contacted', 3],
  ['infeasible', 6],
  ['never_contacted', 3],
  [null, 2],
];

/** Two give to each other, now and then three in a ring; nobody gives the same thing to the same twice. */
function planDeals(guests: readonly Guest[], chance: Chance): PlannedDeal[] {
  const deals: PlannedDeal[] = [];
  const used = new Set<string>();
  const endings = chance.shuffle(ENDINGS.flatMap(([ending, count]) => Array<FollowUp | null>(count).fill(ending)));
  while (deals.length < DEALS) {
    const sides = chance.some(guests, chance.is(0.1) ? 3 : 2);
    const items = sides.map(({ offers }) => chance.pick(offers));
    const key = sides
      .map(({ organisation }, index) => `${organisation} ${items[index]?.title}`)
      .sort()
      .join();
    if (used.has(key) || new Set(items.map(({ title }) => title)).size < items.length) continue;
    used.add(key);
    const ending = endings[deals.length] ?? null;
    deals.push({ sides, items, ending, told: chance.int(20, 240) });
  }
  return deals;
}

/** What was promised, and what its receiver tells of it. */
const STORIES: readonly (readonly [promise: string, text: string])[] = [
  [
    'Six colleagues repair what is loose',
    'Six people came with their own tools and stayed for soup. Two of them still look in on Thursdays, to see whether the shelf holds.',
  ],
  [
    'A lawyer reads your statutes',
    'One afternoon with our statutes, and she found the sentence that would have cost us our next subsidy.',
  ],
  [
    'A room for sixty people',
    'Our assembly had never had a chair for everybody. This year it did, and more members spoke than ever before.',
  ],
  [
    'A van and two drivers for a day',
    'Forty years of archive, four streets, one morning. We would still be carrying boxes.',
  ],
  [
    'Soup and bread for eighty',
    'Eighty bowls, hot at half past twelve, and nobody went home before the last item of the agenda.',
  ],
  ['A poster that is noticed', 'People now ask us for the poster. It hangs in kitchens where nobody had heard of us.'],
  [
    'Twelve members at your event',
    'They parked cars, poured coffee and counted the till. For the first time we could talk to our guests.',
  ],
  [
    'Ten refurbished laptops',
    'Ten machines that somebody else had finished with. Ten volunteers who no longer share two.',
  ],
];
const TOLD = 4;

export function lastYear(parts: EditionParts, settings: (days: number) => EditionSettings): EditionStory {
  const { chance } = parts;
  const story = new EditionStory(parts, 'last year’s floor');
  const guests = [...marketGuests(FLOOR + 10), ...regionGuests()].slice(0, GUESTS);
  const deals = planDeals(guests, chance.fork('deals'));
  const ids: string[] = [];

  story.isMade(FLOOR + 46, settings(FLOOR));
  story.appoints(FLOOR + 45, [['moderator', 'notary']]);
  story.moves(FLOOR + 44, 9, 'open_registration');
  story.isFilled(FLOOR + 9, guests);
  story.givesPlaces(FLOOR + 4, guests);
  story.moves(FLOOR + 2, 9, 'close_registration');
  story.moves(FLOOR, 15, 'open_floor');
  story.act(FLOOR, 16, 'deals are typed in from paper', async () => {
    for (const deal of deals) ids.push(await write(story, deal));
  });
  story.act(FLOOR, 17.5, 'the notary registers', async () => {
    for (const deal of ids) await registerDeal(story.as('moderator'), { deal });
  });
  story.moves(FLOOR, 18, 'close_floor');
  story.moves(FLOOR - 1, 9, 'begin_aftercare');
  for (const days of [14, 21, 90, 97]) story.act(FLOOR - days, 6, 'sides are asked', () => askForNews(now()));
  for (const [from, until] of ROUNDS)
    story.act(FLOOR - until, 12, 'sides answer', async () => {
      const due = deals.flatMap((deal, index) => (deal.told <= until && deal.told > from ? [index] : []));
      for (const index of due) await answer(story, deals[index], ids[index] ?? '', chance);
    });
  story.act(100, 10, 'stories are told', async () => {
    for (const { index, receiver, text } of storiesIn(deals)) {
      const dealId = ids[index] ?? '';
      const { sides } = deals[index] as PlannedDeal;
      const writer = sides[receiver] as Guest;
      await tellStory(story.as(writer.person), { dealId, registration: story.id(writer.organisation), text });
      for (const { person, organisation } of sides.filter((side) => side !== writer))
        await agreeStory(story.as(person), { dealId, registration: story.id(organisation), seen: 1 });
    }
  });
  story.act(99, 10, 'the jury decides', async () => {
    for (const [title, organisation, reason] of JURY)
      await giveAward(story.as('admin'), story.slug, { title, winner: story.id(organisation), reason });
  });
  story.moves(98, 10, 'publish_results');
  return story;
}

/** The first kept deal with each promise, until there are enough. */
function storiesIn(deals: readonly PlannedDeal[]): { index: number; receiver: number; text: string }[] {
  const kept = (promise: string) =>
    deals.findIndex(
      ({ ending, told, items }) => ending === 'done' && told < 240 && items.some(({ title }) => title === promise),
    );
  return STORIES.flatMap(([promise, text]) => {
    const index = kept(promise);
    const items = deals[index]?.items ?? [];
    const giver = items.findIndex(({ title }) => title === promise);
    return index < 0 ? [] : [{ index, receiver: (giver + 1) % items.length, text }];
  })
    .filter(({ index }, at, all) => all.findIndex((other) => other.index === index) === at)
    .slice(0, TOLD);
}

/** Days after the floor between which answers came. */
const ROUNDS = [
  [0, 40],
  [40, 120],
  [120, 250],
] as const;

const JURY = [
  [
    'Most unlikely pair',
    'vermast-lorre-notaries',
    'Notaries who sang in a choir to pay for their reception: nobody in the hall had seen that coming.',
  ],
  ['Warmest welcome', 'riverbend', 'Whoever stood alone at the edge of the hall was fetched within a minute.'],
] as const;

async function write(story: EditionStory, { sides, items }: PlannedDeal): Promise<string> {
  const at = (index: number) => story.id(sides[index % sides.length]?.organisation ?? '');
  const legs = items.map((item, index): Leg => ({
    giver: at(index),
    receiver: at(index + 1),
    what: item.title,
    category: item.category,
    quantity: item.quantity,
    unit: item.unit,
    period: item.period,
    estimate: item.estimate,
    requestId: null,
  }));
  const signedBy = sides.map(({ organisation, person }) => ({
    registrationId: story.id(organisation),
    name: story.as(person).actor.name,
  }));
  const paper = { how: 'paper' as const, signedBy, contactBy: null, contactDay: null, different: false };
  const { dealId } = await recordSignedDeal(story.as('admin'), story.slug, { legs, ...paper });
  return dealId;
}

/** Most sides answer, some do not. */
async function answer(
  story: EditionStory,
  deal: PlannedDeal | undefined,
  dealId: string,
  chance: Chance,
): Promise<void> {
  if (!deal?.ending) return;
  const note = deal.ending === 'infeasible' ? chance.pick(REASONS) : '';
  const speaking = chance.is(0.6) ? deal.sides : deal.sides.slice(0, 1);
  for (const { organisation, person } of speaking) {
    const registration = story.id(organisation);
    await answerDeal(story.as(person), { dealId, registration, step: deal.ending, note });
  }
}
