/** What comes after signing up: the same page for a new address and for one that has an account. */
import { isOpenMailbox } from '$lib/domains/accounts/server/mail/mailbox-policy';
import { m } from '$lib/paraglide/messages.js';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ title: m.account_sent_title(), demoMailbox: isOpenMailbox() });
