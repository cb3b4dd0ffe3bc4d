/** What forms may send about an organisation. */
import { z } from 'zod';
import { CAUSE_SLUGS } from '$lib/domains/skills/cause';
import { LANGUAGES, languageCodeSchema } from '$lib/domains/skills/language';
import { countrySchema } from '$lib/domains/skills/place';
import {
  checkbox,
  choices,
  email,
  nullableText,
  nullableWebAddress,
  optionalText,
  text,
  wholeNumber,
} from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';
import { LIMITS } from './limits';
import { MEMBER_ROLES, type OrganisationKind } from './organisation';

export const idSchema = z.string().regex(ID_PATTERN);
const roleSchema = z.enum(MEMBER_ROLES);

const texts = {
  name: text(LIMITS.name, 3),
  legalForm: text(80, 2),
  country: countrySchema,
  city: text(80),
  website: nullableWebAddress(),
  purpose: text(LIMITS.purpose, 30),
  means: text(LIMITS.means, 10),
  proof: text(LIMITS.proof, 5),
  // Any shape is taken: a number that looks wrong is a matter for the moderator, never a refusal.
  registerNumber: nullableText(40),
  causes: choices(CAUSE_SLUGS).pipe(z.array(z.enum(CAUSE_SLUGS)).min(1).max(LIMITS.causes)),
  languages: choices(LANGUAGES).pipe(z.array(languageCodeSchema).min(1).max(12)),
  description: optionalText(LIMITS.description),
  /** Defaults to the language of the interface. */
  language: languageCodeSchema.optional(),
};

export const createOrganisationSchema = z.strictObject({
  ...texts,
  /** Ticked when the organisation really is another one than those with nearly the same name. */
  different: checkbox(),
});
export type CreateOrganisationForm = z.output<typeof createOrganisationSchema>;
export type CreateOrganisation = Omit<CreateOrganisationForm, 'different' | 'description'> & {
  kind?: OrganisationKind;
  different?: boolean;
  description?: string;
};

export const editOrganisationSchema = z.strictObject({
  ...texts,
  /** The version the form was filled from. */
  version: wholeNumber(1, 999_999_999),
});
export type EditOrganisation = z.output<typeof editOrganisationSchema> & { organisationId: string };

export const inviteMemberSchema = z.strictObject({ email: email(), role: roleSchema });
export type InviteMember = z.output<typeof inviteMemberSchema> & { organisationId: string };

export const invitationIdSchema = z.strictObject({ invitationId: idSchema });
export const memberIdSchema = z.strictObject({ personId: idSchema });
export const changeRoleSchema = z.strictObject({ personId: idSchema, role: roleSchema });
export const emptySchema = z.strictObject({});

/** What the moderator had before her eyes: the version of the texts and the round of decisions, as `3.1`. */
export const seenSchema = z
  .string()
  .regex(/^\d{1,9}\.\d{1,9}$/)
  .optional();

const decision = { seen: seenSchema };
export const verifySchema = z.strictObject({ ...decision, note: nullableText(LIMITS.note) });
export const requestChangesSchema = z.strictObject({ ...decision, note: text(LIMITS.note, 10) });
export const suspendSchema = z.strictObject({ ...decision, reason: text(LIMITS.note, 10) });
export const mergeSchema = z.strictObject({ intoId: idSchema, note: text(LIMITS.note, 5) });
export const clearFlagSchema = z.strictObject({ ...decision, note: nullableText(LIMITS.note) });
