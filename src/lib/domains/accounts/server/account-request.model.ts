/**
 * Requests for a mail to an address. One is written whether or not an account has the address, so that neither the
 * answer nor its time tells; what becomes of it is decided by the subscriber.
 */
import { formKeyField } from '$lib/server/create-once';
import { emit, indexOutbox, outboxField, registerOutbox, type WithOutbox } from '$lib/server/events';
import { defineModel, documentSchema } from '$lib/server/mongo';
import { newId } from '$lib/shared/ids';
import type { Locale } from '$lib/shared/locale';
import './accounts-events';

export type RequestKind = 'sign_up_again' | 'confirm' | 'reset' | 'email_change';

export interface AccountRequest extends WithOutbox {
  _id: string;
  kind: RequestKind;
  email: string;
  /** The language of the page it was made on, for addresses without an account. */
  locale: Locale;
  /** Who asked, when somebody was signed in. */
  personId: string | null;
  createdAt: Date;
  formKey?: string;
}

const schema = documentSchema<AccountRequest>({
  kind: { type: String, required: true },
  email: { type: String, required: true },
  locale: { type: String, required: true },
  personId: { type: String, default: null },
  createdAt: { type: Date, required: true },
  ...formKeyField,
  ...outboxField,
});
// createOnce: the form sent twice.
schema.index({ formKey: 1 }, { unique: true, sparse: true });
// forgetRequests: old ones.
schema.index({ createdAt: 1 });
indexOutbox(schema);

export const AccountRequests = defineModel<AccountRequest>('AccountRequest', schema, 'account_requests');
registerOutbox(AccountRequests);

/** A request with its event, ready to be written. */
export function aRequest(given: Omit<AccountRequest, '_id' | 'outbox'>): AccountRequest {
  const requestId = newId();
  return { ...given, _id: requestId, outbox: [emit('account.mail_requested', { requestId })] };
}
