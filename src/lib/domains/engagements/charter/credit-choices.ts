/** The two ways to be named in public, as choices of a form. */
import { m } from '$lib/paraglide/messages.js';
import type { Credit } from '../engagement/engagement';

export function creditChoices(): { value: Credit; label: string; hint: string }[] {
  return [
    { value: 'named', label: m.charter_credit_named(), hint: m.charter_credit_named_hint() },
    { value: 'anonymous', label: m.charter_credit_anonymous(), hint: m.charter_credit_anonymous_hint() },
  ];
}
