/** Reports for the moderators: two that wait, one that was answered. */
import { fileReport } from '$lib/domains/moderation/server/commands/file-report';
import { openReports } from '$lib/domains/moderation/server/queries/open-reports';
import { resolveReport } from '$lib/domains/moderation/server/commands/resolve-report';
import type { ReportReason, ReportSubject } from '$lib/domains/moderation/report';
import type { Calendar } from '../engine/calendar';
import type { Cast } from '../engine/cast';
import type { Act } from '../engine/story';

interface SeedReport {
  days: number;
  /** Key of whoever reports. */
  by: string;
  subject: ReportSubject;
  key: string;
  reason: ReportReason;
  text: string;
  /** What the moderator answered the day after. */
  answer?: string;
}

const REPORTS: readonly SeedReport[] = [
  {
    days: 26,
    by: 'student',
    subject: 'mission',
    key: 'private-messages',
    reason: 'misleading',
    text: 'The summary says the regulation “has been stuck on the scanning of private messages”. In my view the talks failed for other reasons too. Should a mission not say so?',
    answer:
      'Thank you for reading so closely. A mission is the NGO’s own view and says that it is; the goal names the strongest objection. We have passed your point on to the NGO and leave the text as it is.',
  },
  {
    days: 3,
    by: 'lawyer',
    subject: 'mission',
    key: 'plan-mobilite',
    reason: 'personal_data',
    text: 'Le dossier lié dans le fil de la mission contient, sur une photo de comptage, la plaque d’une voiture et le visage d’un enfant. Il faudrait les flouter.',
  },
  {
    days: 2,
    by: 'designer',
    subject: 'organisation',
    key: 'atelier-du-durable',
    reason: 'not_genuine',
    text: 'The website given on the page has changed this week, and the new address shows a form that asks for bank details. It may be a mistake, but please have a look.',
  },
];

export function reportActs(calendar: Calendar, cast: Cast): Act[] {
  return REPORTS.flatMap(({ days, by, subject, key, reason, text, answer }) => {
    const subjectId = () => (subject === 'mission' ? cast.mission(key).id : cast.organisation(key).id);
    const file: Act = {
      at: calendar.ago(days, 17.5),
      what: `${by} reports ${key}`,
      afterSettling: true,
      run: () => fileReport(cast.as(by), { subject, subjectId: subjectId(), reason, text }),
    };
    if (!answer) return [file];
    const resolve: Act = {
      at: calendar.ago(days - 1, 9.5),
      what: `the report on ${key} is answered`,
      afterSettling: true,
      run: async () => {
        const moderator = cast.as('moderator');
        const [open] = await openReports(moderator);
        if (open) await resolveReport(moderator, { reportId: open.id, outcome: 'no_action', note: answer });
      },
    };
    return [file, resolve];
  });
}
