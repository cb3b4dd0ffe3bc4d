/** The words of the list's facets and orders, in the reader's language. */
import { m } from '$lib/paraglide/messages.js';
import type { DeadlineBand, Facet, Show, SortOrder } from './mission-filters';

export function facetName(facet: Facet): string {
  switch (facet) {
    case 'skill':
      return m.mission_facet_skill();
    case 'cause':
      return m.mission_facet_cause();
    case 'language':
      return m.mission_facet_language();
    case 'place':
      return m.mission_facet_place();
    case 'hours':
      return m.mission_facet_hours();
    case 'stage':
      return m.mission_facet_stage();
    case 'institution':
      return m.mission_facet_institution();
  }
}

export function hoursBandName(band: string): string {
  switch (band) {
    case '5':
      return m.mission_hours_band_5();
    case '15':
      return m.mission_hours_band_15();
    case '30':
      return m.mission_hours_band_30();
    case '60':
      return m.mission_hours_band_60();
    default:
      return m.mission_hours_band_more();
  }
}

export function deadlineBandName(band: DeadlineBand): string {
  if (band === 'week') return m.mission_deadline_band_week();
  return band === 'month' ? m.mission_deadline_band_month() : m.mission_deadline_band_quarter();
}

export function showName(show: Show): string {
  if (show === 'open') return m.mission_show_open();
  return show === 'work' ? m.mission_show_work() : m.mission_show_done();
}

export function sortName(sort: SortOrder): string {
  switch (sort) {
    case 'deadline':
      return m.mission_sort_deadline();
    case 'newest':
      return m.mission_sort_newest();
    case 'relevance':
      return m.mission_sort_relevance();
    case 'fit':
      return m.mission_sort_fit();
  }
}
