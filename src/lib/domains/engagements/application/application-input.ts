/** What the forms around applications and invitations post. Pure. */
import { z } from 'zod';
import { checkbox, optionalText, text } from '$lib/shared/form-fields';
import { ID_PATTERN } from '$lib/shared/ids';
import { NOTE_MAX, NOTE_MIN, REASON_MAX } from './application';

export const idField = z.string().regex(ID_PATTERN, 'error_invalid');

export const applyForm = z.strictObject({
  role: idField,
  note: text(NOTE_MAX, NOTE_MIN),
  available: checkbox().refine((ticked) => ticked, 'application_error_available'),
});

export const noFields = z.strictObject({});
export const offerForm = z.strictObject({ message: optionalText(REASON_MAX) });
/** The reason stays inside the NGO; the message goes to the volunteer. */
export const declineForm = z.strictObject({ reason: text(REASON_MAX, 3), message: optionalText(REASON_MAX) });
export const acceptConflictForm = z.strictObject({ conflictReason: text(REASON_MAX, 10) });
export const withdrawForm = z.strictObject({ reason: optionalText(REASON_MAX) });

export const inviteForm = z.strictObject({
  roleId: idField,
  personId: idField,
  message: text(NOTE_MAX, 10),
});
/** Whoever was invited need not say why, but may. */
export const answerInvitationForm = z.strictObject({ invitation: idField, note: optionalText(NOTE_MAX) });
export const declineInvitationForm = z.strictObject({ invitation: idField, reason: optionalText(REASON_MAX) });
