/** A mission of the demonstration as its form would post it, through the very schema that the form goes through. */
import { saveMissionForm } from '$lib/domains/missions/mission-input';
import type { MissionContent } from '$lib/domains/missions/mission';
import { isoDay } from '$lib/shared/dates';
import type { Calendar } from '../engine/calendar';
import type { SeedMission, SeedRole } from './seed-mission';

const wordsOf = (text = '') => text.split(' ').filter(Boolean);

function postedRole({ title, must, nice, languages, hours, seats = 1, licence, students }: SeedRole) {
  return {
    title,
    mustHave: wordsOf(must),
    niceToHave: wordsOf(nice),
    languages: wordsOf(languages).map((spoken) => {
      const [code, level = ''] = spoken.replace('?', '').split(':');
      return { code, level, required: spoken.endsWith('?') ? '' : 'on' };
    }),
    hours: String(hours),
    seats: String(seats),
    licenceKind: licence?.[0] ?? '',
    licenceJurisdiction: licence?.[1] ?? '',
    allowsStudents: students === false ? '' : 'on',
  };
}

/** The end of the working day, `mission.due` days from today. */
export function deadlineOf(mission: SeedMission, calendar: Calendar): Date {
  return calendar.onWorkingDay(calendar.deadline(mission.due));
}

export function contentOf(mission: SeedMission, calendar: Calendar): MissionContent {
  const { title, summary, goal, language, stage, causes, jurisdictions, place, parties = [] } = mission;
  const [institution, unit, personRole] = mission.decider;
  const [kind, reference, fileTitle] = mission.file;
  return saveMissionForm.parse({
    ...{ title, summary, goal, language, stage, causes, jurisdictions },
    version: '1',
    decider: { institution, unit, personRole },
    file: { kind, reference, title: fileTitle, url: '' },
    deadlineDay: isoDay(deadlineOf(mission, calendar)),
    deadlineTime: '18:00',
    deadlineReason: mission.reason,
    deliverables: mission.deliverables.map(([name, detail]) => ({ title: name, detail })),
    roles: mission.roles.map(postedRole),
    place: { remote: place ? '' : 'on', country: place?.[0] ?? '', citySlug: place?.[1] ?? '' },
    confidentiality: mission.confidentiality ?? 'public',
    anonymisedSummary: mission.anonymised ?? '',
    opposingParties: parties.join('\n'),
  }).content;
}
