/** The card that a mission in writing will have, once it has a deadline and a stage. Pure. */
import { causeName } from '$lib/domains/skills/cause';
import { countryName } from '$lib/domains/skills/place';
import { getLocale } from '$lib/paraglide/runtime.js';
import { m } from '$lib/paraglide/messages.js';
import type { MissionContent } from '../../mission';
import type { CardMission } from '../card';

export interface PreviewNames {
  skills: Record<string, string>;
  institution: string | null;
  city: string | null;
}

export function previewOf(
  content: MissionContent,
  organisation: { slug: string; name: string },
  names: PreviewNames,
): CardMission | null {
  const { deadline, stage, place, confidentiality } = content;
  if (!deadline || !stage) return null;
  const locale = getLocale();
  const anonymised = confidentiality === 'cleared';
  return {
    id: 'preview',
    slug: 'preview',
    anonymised,
    title: anonymised ? m.mission_confidential_title() : content.title || m.mission_untitled(),
    summary: anonymised ? content.anonymisedSummary : content.summary,
    language: content.language,
    state: 'published',
    open: true,
    stage,
    deadline: deadline.toISOString(),
    institution: anonymised ? null : names.institution,
    organisation: anonymised ? null : { ...organisation, replyHours: null },
    causes: content.causes.map((slug) => ({ slug, label: causeName(slug, locale) })),
    place: {
      remote: place.remote,
      country: place.country ? countryName(place.country, locale) : null,
      city: anonymised ? null : names.city,
    },
    roles: content.roles.map((role) => ({
      id: role.id,
      title: role.title || m.mission_role_untitled(),
      hours: role.hours ?? 0,
      seats: role.seats,
      openSeats: role.seats,
      mustHave: role.mustHave.map(({ slug }) => ({ slug, label: names.skills[slug] ?? slug })),
    })),
  };
}
