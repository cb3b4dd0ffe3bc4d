/** The words for approval rules, states and amounts of an employer's programme. */
import { m } from '$lib/paraglide/messages.js';
import { formatNumber } from '$lib/shared/dates';
import type { Locale } from '$lib/shared/locale';
import type { Approval } from './programme';
import type { SponsorshipState } from './sponsorship';
import type { JoinedBy } from './staff';
import { EUROSTAT, EUROSTAT_REPORTED, type Rate } from './valuation/labour-cost';
import { countryName } from '$lib/domains/skills/place';

export function approvalChoices(): { value: Approval; label: string; hint: string }[] {
  return [
    { value: 'automatic', label: m.programme_approval_automatic(), hint: m.programme_approval_automatic_hint() },
    { value: 'manager', label: m.programme_approval_manager(), hint: m.programme_approval_manager_hint() },
    { value: 'hr', label: m.programme_approval_hr(), hint: m.programme_approval_hr_hint() },
  ];
}

export function approvalWords(approval: Approval): string {
  if (approval === 'automatic') return m.programme_decided_automatic();
  return approval === 'manager' ? m.programme_decided_manager() : m.programme_decided_hr();
}

export function sponsorshipState(state: SponsorshipState): {
  label: string;
  tone: 'neutral' | 'accent' | 'good' | 'warn' | 'bad';
} {
  switch (state) {
    case 'requested':
      return { label: m.sponsorship_state_requested(), tone: 'warn' };
    case 'approved':
      return { label: m.sponsorship_state_approved(), tone: 'good' };
    case 'closed':
      return { label: m.sponsorship_state_closed(), tone: 'neutral' };
    case 'refused':
      return { label: m.sponsorship_state_refused(), tone: 'bad' };
    case 'lapsed':
      return { label: m.sponsorship_state_lapsed(), tone: 'neutral' };
    case 'withdrawn':
      return { label: m.sponsorship_state_withdrawn(), tone: 'neutral' };
    case 'recalled':
      return { label: m.sponsorship_state_recalled(), tone: 'bad' };
  }
}

export function joinedByWords(joinedBy: JoinedBy): string {
  switch (joinedBy) {
    case 'domain':
      return m.staff_by_domain();
    case 'invitation':
      return m.staff_by_invitation();
    case 'list':
      return m.staff_by_list();
    case 'sign_on':
      return m.staff_by_sign_on();
  }
}

/** "1,250 h": what charts and tables write. */
export function hoursOf(minutes: number, locale: Locale): string {
  return m.programme_hours({ hours: formatNumber(minutes / 60, locale, { maximumFractionDigits: 2 }) });
}

export function euroOf(cents: number, locale: Locale): string {
  return formatNumber(cents / 100, locale, { style: 'currency', currency: 'EUR' });
}

/** "€48.20, Belgium 2024 (Eurostat, lc_lci_lev)". */
export function rateWords(rate: Rate, locale: Locale): string {
  const isAverage = rate.country === 'EU';
  return m.programme_rate_words({
    rate: euroOf(rate.cents, locale),
    country: isAverage ? m.programme_rate_eu() : countryName(rate.country, locale),
    year: String(rate.year),
    source: rate.source === EUROSTAT_REPORTED ? m.programme_rate_reported({ source: EUROSTAT }) : rate.source,
  });
}
