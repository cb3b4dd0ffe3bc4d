/** Puts many whole profiles in place at once, for the platform's own programs; whoever calls rebuilds the index after. */
import type { Context } from '$lib/server/context';
import { AppError } from '$lib/shared/app-error';
import { unknownSkills } from '$lib/domains/skills/server/queries/unknown-skills';
import { EMPTY_PROFILE } from '../../volunteer';
import { FORM_ONLY, type SectionInput } from '../../volunteer-input';
import { causesConsent } from '../causes-consent';
import { fieldsOf } from '../section-fields';
import { Volunteers, type VolunteerDocument } from '../volunteer.model';

export interface ImportedVolunteer {
  personId: string;
  /** As the forms of the profile give them, checked by the same schemas. */
  sections: readonly SectionInput[];
  /** When she filled them in. */
  at: Date;
}

/** @throws AppError invalid for what a form would refuse, before anything is written */
export async function importVolunteers(
  ctx: Context,
  { volunteers }: { volunteers: readonly ImportedVolunteer[] },
): Promise<void> {
  if (!ctx.system) throw new AppError('not_found', 'error_not_found');
  await refuseUnknownSkills(ctx, volunteers);
  const documents = [];
  for (const volunteer of volunteers) documents.push(await documentOf(ctx, volunteer));
  await Volunteers.insertMany(documents, { ordered: true });
}

/** Once for all: one by one it would take longer than everything else. */
async function refuseUnknownSkills(ctx: Context, volunteers: readonly ImportedVolunteer[]): Promise<void> {
  const slugs = volunteers.flatMap(({ sections }) =>
    sections.flatMap((section) => (section.section === 'skills' ? section.values.skills.map(({ slug }) => slug) : [])),
  );
  const unknown = await unknownSkills(ctx, slugs);
  if (unknown.length > 0) throw new AppError('invalid', 'profile_error_unknown_skill', { field: 'skills' });
}

async function documentOf(
  ctx: Context,
  { personId, sections, at }: ImportedVolunteer,
): Promise<Partial<VolunteerDocument>> {
  const fields: Partial<VolunteerDocument>[] = [];
  for (const section of sections)
    fields.push(section.section === 'skills' ? section.values : await fieldsOf({ ...ctx, now: at }, section, null));
  const given: Partial<VolunteerDocument> = Object.assign({}, EMPTY_PROFILE, ...fields);
  const formOnly = new Set<string>(FORM_ONLY);
  const profile = Object.fromEntries(Object.entries(given).filter(([name]) => !formOnly.has(name)));
  return {
    ...profile,
    _id: personId,
    state: 'active',
    consents: given.showCauses ? [causesConsent(true, at)] : [],
    blockedNgos: [],
    responsiveness: { asked: 0, answered: 0, replyHours: [], counted: [] },
    version: Math.max(1, sections.length),
    createdAt: at,
    updatedAt: at,
    outbox: [],
  };
}
