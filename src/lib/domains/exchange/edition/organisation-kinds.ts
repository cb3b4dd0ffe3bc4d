/** What comes to a floor: every kind of organisation, with the kind it has elsewhere on the platform. Pure. */
import { z } from 'zod';
import type { OrganisationKind } from '$lib/domains/organisations/organisation';
import { countrySchema } from '$lib/domains/skills/place';
import { checkbox, nullableWebAddress, text } from '$lib/shared/form-fields';

export const FLOOR_KINDS = ['company', 'ngo', 'public_body', 'school', 'service_club', 'other'] as const;
export type FloorKind = (typeof FLOOR_KINDS)[number];

export const KIND_ELSEWHERE: Record<FloorKind, OrganisationKind> = {
  company: 'employer',
  ngo: 'ngo',
  public_body: 'public',
  school: 'other',
  service_club: 'other',
  other: 'other',
};

/** What an edition needs to know; the rest is asked where somebody wants more than a place on a floor. */
export const floorOrganisationForm = z.strictObject({
  name: text(120, 3),
  kind: z.enum(FLOOR_KINDS),
  country: countrySchema,
  city: text(80),
  website: nullableWebAddress(),
  purpose: text(300, 30),
  different: checkbox(),
});
export type FloorOrganisation = z.output<typeof floorOrganisationForm>;
