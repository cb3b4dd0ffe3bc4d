/** The floors of the demonstration: last year's, this year's on the day it opens, and a small one that takes registrations. */
import { setRounds } from '$lib/domains/exchange/server/commands/schedule/set-rounds';
import { askForRun } from '$lib/domains/exchange/server/commands/schedule/ask-for-run';
import { publishLists } from '$lib/domains/exchange/server/commands/schedule/publish-lists';
import { publishSchedule } from '$lib/domains/exchange/server/commands/schedule/publish-schedule';
import { schedulePage } from '$lib/domains/exchange/server/queries/schedule/schedule-page';
import type { EditionSettings } from '$lib/domains/exchange/edition/edition';
import { instantIn } from '$lib/domains/missions/deadline';
import { runJob } from '$lib/server/jobs/jobs';
import { isoDay } from '$lib/shared/dates';
import type { Calendar } from '../engine/calendar';
import type { Act } from '../engine/story';
import { EditionStory, type EditionParts } from './edition-acts';
import { enterActs } from './enter-organisations';
import { marketGuests, regionGuests } from './guests';
import { lastYear } from './last-year';
import { smallEdition } from './small-edition';

const CAPACITY = 120;

const INTRO = `Companies, citizens’ organisations, public bodies, schools and clubs of the region meet for one evening and trade help for help. No money changes hands.

The working language of the floor is English; brokers also speak French and Dutch. Bring one thing you can give and one thing you need.`;

/** On the day `days` ago, from four to eight in the evening. */
export function brussels(calendar: Calendar, days: number): EditionSettings {
  const day = isoDay(calendar.ago(days, 12));
  return {
    name: 'Exchange Floor Brussels',
    city: 'Brussels',
    venue: 'Halles du Vieux Canal, Quai des Péniches 12',
    startsAt: instantIn(day, '16:00', 'Europe/Brussels'),
    endsAt: instantIn(day, '20:00', 'Europe/Brussels'),
    timeZone: 'Europe/Brussels',
    intro: INTRO,
    mode: 'both',
    categories: ['hands', 'knowledge', 'means', 'space', 'network'],
    offerColour: 'teal',
    requestColour: 'orange',
    reciprocity: 'encouraged',
    dealsPerRequest: 5,
    capacity: CAPACITY,
    lateRule:
      'Whoever comes after the second round gets the meetings that are still free. Tell the door when you leave early.',
  };
}

export function exchangeActs(parts: EditionParts): Act[] {
  const { calendar, cast, chance } = parts;
  const before = lastYear({ ...parts, chance: chance.fork('last year') }, (days) => brussels(calendar, days));
  return [
    ...enterActs(calendar, cast),
    ...before.acts,
    ...thisYear({ ...parts, chance: chance.fork('this year') }, before).acts,
    ...smallEdition({ ...parts, chance: chance.fork('small') }).acts,
  ];
}

/**
 * Announced five weeks ago: the mail of that day does not fill everybody's mailbox, and the schedule is computed while much
 * else is still to be done.
 */
const PUBLISHED = 36;

function thisYear(parts: EditionParts, before: EditionStory): EditionStory {
  const { calendar } = parts;
  const story = new EditionStory(parts, 'this year’s floor');
  const region = regionGuests();
  const guests = [...marketGuests(60).slice(0, CAPACITY - region.length), ...region];
  story.isMade(75, brussels(calendar, 0), () => before.slug);
  story.appoints(74, [
    ['moderator', 'notary'],
    ['student', 'broker'],
    ['designer', 'matchmaker'],
    ['lawyer', 'valuer'],
  ]);
  story.moves(72, 9, 'open_registration');
  story.isFilled(54, guests);
  story.givesPlaces(44, guests);
  story.moves(39, 9, 'close_registration');
  story.saysWhomToMeet(38, guests);
  story.act(PUBLISHED + 1, 9, 'sets its rounds', () =>
    setRounds(story.as('admin'), story.slug, { rounds: 9, minutes: 10, pause: 2, tables: 50, firstAt: '16:10' }),
  );
  const plans = async () => {
    await askForRun(story.as('admin'), story.slug, 'plan');
    await runJob('exchange.plan');
    const { plan } = await schedulePage(story.as('admin'), story.slug);
    if (!plan) throw new Error('no schedule was made');
    await publishSchedule(story.as('admin'), story.slug, { plan: plan.id });
  };
  const suggests = async () => {
    await askForRun(story.as('admin'), story.slug, 'lists');
    await runJob('exchange.plan');
    await publishLists(story.as('admin'), story.slug);
  };
  story.act(PUBLISHED, 9, 'plans who meets whom', plans, { aside: true });
  story.act(PUBLISHED - 1, 9, 'says who fits whom', suggests, { aside: true });
  return story;
}
