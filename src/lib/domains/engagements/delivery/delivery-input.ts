/** What the delivery forms post. Pure. */
import { z } from 'zod';
import { nullableWebAddress, optionalText, text } from '$lib/shared/form-fields';
import { REASON_MAX } from '../application/application';
import { DELIVERY_NOTE_MAX, DELIVERY_TEXT_MAX } from './delivery';

/** Ids of deliverables are the mission's own. */
const deliverable = text(40);

/** That one of link, text and file is given is asked by the command, which alone sees the file. */
export const submitDeliverableForm = z.strictObject({
  deliverable,
  note: optionalText(DELIVERY_NOTE_MAX),
  link: nullableWebAddress().refine((value) => value === null || value.startsWith('https://'), 'error_url'),
  text: optionalText(DELIVERY_TEXT_MAX),
});
export const deliverableForm = z.strictObject({ deliverable });
export const revisionForm = z.strictObject({ deliverable, reason: text(REASON_MAX, 10) });
