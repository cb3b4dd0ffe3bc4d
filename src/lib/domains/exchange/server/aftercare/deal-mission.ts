/** What the mission is filled with that a promise of knowledge becomes. */
import { m } from '$lib/paraglide/messages.js';
import { LIMITS, type MissionContent } from '$lib/domains/missions/mission';
import { NO_FILE } from '$lib/domains/missions/subject/policy-file';
import { isCause } from '$lib/domains/skills/cause';
import type { LanguageCode } from '$lib/domains/skills/language';
import { BASE_LOCALE, isLocale } from '$lib/shared/locale';
import { newId } from '$lib/shared/ids';
import type { Leg } from '../../deal/deal';
import type { DealDocument } from '../deal.model';
import type { EditionDocument } from '../edition.model';
import type { RegistrationDocument } from '../registration.model';

export interface MissionSource {
  deal: Pick<DealDocument, 'number'>;
  leg: Leg;
  edition: Pick<EditionDocument, 'name'>;
  giver: RegistrationDocument;
  receiver: RegistrationDocument;
  language: LanguageCode;
  causes: readonly string[];
}

/** "hours" in the languages of the interface and a neighbour's. */
const HOURS = /^(h|hrs?|hours?|heures?|u|uur|uren|stunden?)\.?$/i;
const DAYS = /^(days?|jours?|journées?|dag|dagen|tage?)$/i;
const HOURS_OF_A_DAY = 7;

export function hoursOf({ quantity, unit }: Pick<Leg, 'quantity' | 'unit'>): number | null {
  const hours = HOURS.test(unit) ? quantity : DAYS.test(unit) ? quantity * HOURS_OF_A_DAY : null;
  return hours === null ? null : Math.min(hours, LIMITS.hours);
}

/** Those of the request it answers; where none is named, of the giver's only offer of knowledge. */
function skillsOf({ leg, giver, receiver }: MissionSource): string[] {
  const request = receiver.items.find(({ id }) => id === leg.requestId);
  const offers = giver.items.filter(({ side, category }) => side === 'offer' && category === 'knowledge');
  const from = request ?? (offers.length === 1 ? offers[0] : undefined);
  return [...(from?.skills ?? [])].slice(0, LIMITS.skills);
}

export function missionOf(source: MissionSource): MissionContent {
  const { deal, leg, edition, giver, receiver, language, causes } = source;
  const locale = isLocale(language) ? language : BASE_LOCALE;
  const words = {
    ...{ edition: edition.name, giver: giver.name, receiver: receiver.name, what: leg.what },
    number: deal.number ?? 0,
    amount: [`${leg.quantity} ${leg.unit}`, leg.period].filter(Boolean).join(', '),
  };
  return {
    title: leg.what.slice(0, LIMITS.title),
    summary: m.care_mission_summary(words, { locale }).slice(0, LIMITS.summary),
    goal: m.care_mission_goal(words, { locale }).slice(0, LIMITS.goal),
    language,
    decider: { institution: null, unit: '', personRole: '' },
    file: NO_FILE,
    stage: null,
    deadline: null,
    deadlineReason: leg.period,
    deliverables: [{ id: newId(), title: leg.what.slice(0, LIMITS.deliverableTitle), detail: words.amount }],
    roles: [
      {
        id: newId(),
        title: m.care_mission_role(words, { locale }).slice(0, LIMITS.roleTitle),
        mustHave: skillsOf(source).map((slug) => ({ slug, level: 2 as const })),
        niceToHave: [],
        languages: [{ code: language, level: 'B2', required: true }],
        hours: hoursOf(leg),
        seats: 1,
        licenceRequired: null,
        allowsStudents: true,
      },
    ],
    place: { remote: true, country: null, citySlug: null },
    causes: causes.filter(isCause).slice(0, 1),
    jurisdictions: [],
    confidentiality: 'public',
    anonymisedSummary: '',
    opposingParties: [],
  };
}
