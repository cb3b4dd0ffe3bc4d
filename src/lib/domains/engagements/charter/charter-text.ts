/** The text of a charter, written from its terms in the engagement's language. Pure. */
import { m } from '$lib/paraglide/messages.js';
import { formatDay, formatNumber } from '$lib/shared/dates';
import type { CharterSection, CharterSponsor, CharterTerms } from './charter';

export interface CharterFacts {
  mission: string;
  role: string;
  ngo: string;
  volunteer: string;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

export function charterSections(terms: CharterTerms, facts: CharterFacts): CharterSection[] {
  const o = { locale: terms.language };
  const hours = formatNumber(terms.hours, terms.language);
  const day = (value: string) => formatDay(noon(value), terms.language, 'UTC');
  return [
    {
      heading: m.charter_text_who({}, o),
      lines: [m.charter_text_between(facts, o), m.charter_text_nature({}, o)],
    },
    {
      heading: m.charter_text_deliverables({}, o),
      lines: terms.deliverables.map(({ title, detail }) => (detail ? `${title}: ${detail}` : title)),
    },
    {
      heading: m.charter_text_time({}, o),
      lines: [
        m.charter_text_dates({ start: day(terms.startDay), end: day(terms.endDay) }, o),
        m.charter_text_hours({ hours }, o),
        m.charter_text_verified({}, o),
      ],
    },
    {
      heading: m.charter_text_volunteer({}, o),
      lines: [
        m.charter_text_volunteer_skill({}, o),
        m.charter_text_volunteer_independent({}, o),
        m.charter_text_volunteer_conflict({}, o),
        m.charter_text_volunteer_tell({}, o),
      ],
    },
    {
      heading: m.charter_text_ngo({}, o),
      lines: [
        m.charter_text_ngo_brief({}, o),
        m.charter_text_ngo_answer({}, o),
        m.charter_text_ngo_decide({}, o),
        m.charter_text_ngo_outcome({}, o),
      ],
    },
    {
      heading: m.charter_text_confidentiality({}, o),
      lines: [
        terms.confidentiality === 'open' ? m.charter_text_open({}, o) : m.charter_text_confidential({}, o),
        m.charter_text_personal_data({}, o),
      ],
    },
    {
      heading: m.charter_text_credit({}, o),
      lines: [m.charter_text_credit_choice({}, o), m.charter_text_publication({}, o), m.charter_text_dissent({}, o)],
    },
    {
      heading: m.charter_text_together({}, o),
      lines: [
        ...(terms.contact ? [terms.contact] : [m.charter_text_contact({}, o)]),
        m.charter_text_change({}, o),
        m.charter_text_end({}, o),
      ],
    },
    ...(terms.sponsor ? [sponsorSection(terms.sponsor, terms.language)] : []),
    ...(terms.other ? [{ heading: m.charter_text_other({}, o), lines: terms.other.split('\n').filter(Boolean) }] : []),
  ];
}

/** Who sponsors, that it has no say in the content, and whether it is named in public. */
function sponsorSection(sponsor: CharterSponsor, locale: CharterTerms['language']): CharterSection {
  const o = { locale };
  const { employer } = sponsor;
  return {
    heading: m.charter_text_sponsor({}, o),
    lines: [
      m.charter_text_sponsor_who({ employer, hours: formatNumber(sponsor.hours, locale) }, o),
      m.programme_independence_text({ employer }, o),
      m.charter_text_sponsor_signed(
        { employer, name: sponsor.signedBy, day: formatDay(noon(sponsor.signedOn), locale, 'UTC') },
        o,
      ),
      sponsor.isPublic ? m.charter_text_sponsor_named({ employer }, o) : m.charter_text_sponsor_unnamed({}, o),
      m.charter_text_sponsor_own({ employer }, o),
    ],
  };
}
