/** Every application, invitation and engagement of the demonstration. */
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { Act } from '../engine/story';
import type { PlannedMission } from '../missions/mission-acts';
import type { PlannedVolunteer } from '../volunteers/volunteer-acts';
import { Casting } from './casting';
import type { Chapter } from './chapter';
import { DEMO_STORIES } from './demo-stories';
import { delivered, finished, found, halfReported, underWay, type Standing } from './finished-work';
import { recruit } from './recruitment';
import { TOGETHER_STORIES } from './together-stories';

/** How the work stands that is under way. */
const STANDINGS: Readonly<Record<string, Standing>> = {
  'anti-corruption': 'handed_in',
  'private-messages': 'queried',
  'sea-complaint': 'sent_back',
  'omnibus-amendments': 'handed_in',
  'zone-basses-emissions': 'queried',
  'semences-acteurs': 'paused',
  'gegevens-op-school': 'handed_in',
};

/** Days ago on which the last part was accepted: the public account is due thirty days later. */
const ACCEPTED: Readonly<Record<string, number>> = {
  'wastewater-map': 27,
  'village-funds': 59,
  'forced-labour-map': 18,
  'rendez-vous-prefecture': 15,
  verpakkingen: 9,
};

const SIGNED: Readonly<Record<string, 'ngo' | 'volunteer'>> = {
  'carbon-removals': 'ngo',
  koolstofgrens: 'ngo',
  'plan-social-climat': 'volunteer',
};

/** Work that the demonstration accounts have behind them. */
const DONE_BY: Readonly<Record<string, string>> = { 'late-answers': 'lawyer', speelstraten: 'designer' };

export interface EngagementParts {
  calendar: Calendar;
  cast: Cast;
  chance: Chance;
  missions: readonly PlannedMission[];
  volunteers: readonly PlannedVolunteer[];
}

export function planEngagements({ calendar, cast, chance, missions, volunteers }: EngagementParts): Act[] {
  const casting = new Casting(volunteers, ['lawyer', 'designer', 'student']);
  // Work needs somebody who can do it; open missions take whoever is left.
  const isOpen = ({ mission }: PlannedMission) => Number(mission.fate === 'open');
  return missions
    .toSorted((a, b) => isOpen(a) - isOpen(b))
    .flatMap((planned) => actsOf({ calendar, cast, casting, planned, chance: chance.fork(planned.mission.key) }));
}

function actsOf(chapter: Chapter): Act[] {
  const { key, fate } = chapter.planned.mission;
  const story = DEMO_STORIES[key] ?? TOGETHER_STORIES[key];
  if (story) return story(chapter);
  switch (fate) {
    case 'open':
      return recruit(chapter);
    case 'filled':
      return found(chapter, SIGNED[key] ?? 'nobody');
    case 'working':
      return underWay(chapter, STANDINGS[key] ?? 'calm');
    case 'delivered':
      return delivered(chapter, ACCEPTED[key] ?? 12);
    case 'reported':
      return halfReported(chapter);
    case 'closed':
      return finished(chapter, DONE_BY[key]);
    default:
      return [];
  }
}
