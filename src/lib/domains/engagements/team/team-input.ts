/** What the forms of a team and of supervision post. Pure. */
import { z } from 'zod';
import { checkbox, email, text, wholeNumber } from '$lib/shared/form-fields';
import { LOCALES } from '$lib/shared/locale';
import { idField } from '../application/application-input';
import { SUPERVISION_LIMITS } from './supervision';

export const supervisorForm = z.strictObject({
  name: text(SUPERVISION_LIMITS.name, 2),
  function: text(SUPERVISION_LIMITS.function, 2),
  institution: text(SUPERVISION_LIMITS.institution, 2),
  email: email(),
  locale: z.enum(LOCALES),
});
export const leadForm = z.strictObject({ lead: z.union([z.literal(''), idField]).default('') });
export const showForm = z.strictObject({ shown: checkbox() });

export const coSignForm = z.strictObject({
  version: wholeNumber(1, 1000),
  name: text(SUPERVISION_LIMITS.name, 2),
  agreed: checkbox().refine((ticked) => ticked, 'charter_error_tick'),
});
export const refuseSupervisionForm = z.strictObject({ reason: text(SUPERVISION_LIMITS.reason, 3) });
export const releaseForm = z.strictObject({ supervision: idField });
