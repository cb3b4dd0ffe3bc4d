/** A registration that is not finished: everything as it was typed, right or wrong. Pure. */
import { z } from 'zod';
import { wholeNumber } from '$lib/shared/form-fields';
import { MAX_DELEGATES, MAX_ITEM_SKILLS, MAX_ITEMS } from './registration';

/** Longer than any field allows, so that what is too long is kept too, and said when it is sent. */
const typed = (max = 1000) => z.string().max(max).default('');
const short = () => typed(300);

const delegate = z.strictObject({
  ...{ id: short(), name: short(), email: short(), from: short(), until: short() },
  ...{ isPublic: short(), photoConsent: short() },
});
const item = z.strictObject({
  ...{ id: short(), side: short(), category: short(), title: short(), text: typed(2000), quantity: short() },
  ...{ unit: short(), period: short(), place: short(), counter: typed(), estimate: short() },
  skills: z.array(z.string().max(120)).max(MAX_ITEM_SKILLS).default([]),
  addSkill: z.string().trim().max(120).optional(),
});

export const registrationDraftForm = z.strictObject({
  rev: wholeNumber(0, 999_999_999),
  delegates: z.array(delegate).max(MAX_DELEGATES).default([]),
  items: z.array(item).max(MAX_ITEMS).default([]),
  /** `autosave` answers without leaving the page. */
  intent: z.enum(['keep', 'autosave']).default('keep'),
});
export type RegistrationDraft = Omit<z.output<typeof registrationDraftForm>, 'intent'>;

export type DraftDelegate = Record<keyof RegistrationDraft['delegates'][number], string>;
export type DraftItem = Omit<RegistrationDraft['items'][number], 'addSkill'>;

/** Whether anything is typed that is worth keeping. */
export function isBlank(draft: Pick<RegistrationDraft, 'delegates' | 'items'>): boolean {
  return (
    draft.delegates.every(({ name, email }) => name.trim() === '' && email.trim() === '') &&
    draft.items.every(({ title, text }) => title.trim() === '' && text.trim() === '')
  );
}
