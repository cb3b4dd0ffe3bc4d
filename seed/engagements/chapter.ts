/** What the writers of engagements share: the parts of the story, and words picked by the mission's language. */
import { curatedSkills } from '$lib/domains/skills/server/curated-skills';
import type { Locale } from '$lib/shared/locale';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Chance } from '../engine/chance';
import type { PlannedMission } from '../missions/mission-acts';
import type { Casting } from './casting';
import { Dealing } from './dealing';
import { APPLICATION_NOTES } from './words';

const SKILL_NAMES = new Map(curatedSkills().map(({ slug, labels }) => [slug, labels]));

export interface Chapter {
  calendar: Calendar;
  cast: Cast;
  casting: Casting;
  chance: Chance;
  planned: PlannedMission;
}

export function dealing({ calendar, cast, planned }: Chapter, role: number, volunteer: string): Dealing {
  return new Dealing({ calendar, cast, planned, role, volunteer });
}

/** In the language of the mission. */
export function say({ planned, chance }: Chapter, choices: Record<Locale, readonly string[]>): string {
  return chance.pick(choices[planned.mission.language]);
}

/** An application that names a skill the role asks for. */
export function noteFor(chapter: Chapter, role: number): string {
  const { planned, chance } = chapter;
  const { language } = planned.mission;
  const asked = planned.content.roles[role]?.mustHave ?? [];
  const name = asked.length > 0 ? SKILL_NAMES.get(chance.pick(asked).slug)?.[language] : undefined;
  const text = say(chapter, APPLICATION_NOTES);
  const skill = name ?? '';
  // Names of skills begin with a capital, which stays where a sentence begins.
  return text.startsWith('{skill}') || text.includes('. {skill}')
    ? text.replace('{skill}', skill)
    : text.replace('{skill}', lowerFirst(skill));
}

/** `Amendment drafting` inside a sentence; `EU law` stays as it is. */
function lowerFirst(name: string): string {
  return /^.[A-Z]/.test(name) ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
