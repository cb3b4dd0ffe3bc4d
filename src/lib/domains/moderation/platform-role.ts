/** Platform roles as administrators give and take them. */
import { z } from 'zod';
import { m } from '$lib/paraglide/messages.js';
import { email } from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';

export const PLATFORM_ROLES = ['moderator', 'administrator'] as const;
type PlatformRole = (typeof PLATFORM_ROLES)[number];

const role = z.enum(PLATFORM_ROLES);

export const grantRoleSchema = z.strictObject({ email: email(), role });
export const takeRoleSchema = z.strictObject({ personId: z.string().regex(ID_PATTERN), role });

export function platformRoleWords(of: PlatformRole): string {
  return of === 'administrator' ? m.moderation_role_administrator() : m.moderation_role_moderator();
}
