/** Decides what becomes of a request for a mail: which one, or none. The tokens are made here and live in the mail alone. */
import { HOUR } from '$lib/shared/dates';
import { AccountRequests, type AccountRequest } from '../account-request.model';
import { newLink } from '../links/person-links';
import { People, type PersonDocument } from '../person.model';
import { mailAddressAsked, mailAlreadyRegistered, mailConfirm, mailNewAddress, mailReset } from './account-mails';

export async function answerRequest(requestId: string): Promise<void> {
  const request = await AccountRequests.findById(requestId).lean<AccountRequest>();
  if (!request) return;
  const cause = `account.${request.kind}:${requestId}`;
  if (request.kind === 'email_change') return answerEmailChange(request, cause);
  const person = await People.findOne({ email: request.email, state: 'active' }).lean<PersonDocument>();
  if (!person) return;
  if (request.kind === 'sign_up_again') return answerSignUpAgain(person, request.createdAt);
  if (request.kind === 'confirm' && person.confirmedAt) return;
  const token = await newLink(person._id, request.kind, person.email);
  if (!token) return;
  if (request.kind === 'confirm') await mailConfirm(cause, person, token);
  else await mailReset(cause, person, token);
}

/** At most one such mail an hour, however often a stranger tries the address. */
async function answerSignUpAgain(person: PersonDocument, at: Date): Promise<void> {
  const cause = `account.sign_up_again:${person._id}:${Math.floor(at.getTime() / HOUR)}`;
  const token = person.confirmedAt ? null : await newLink(person._id, 'confirm', person.email);
  await mailAlreadyRegistered(cause, person, token);
}

async function answerEmailChange(request: AccountRequest, cause: string): Promise<void> {
  const person = await People.findOne({ _id: request.personId, state: 'active' }).lean<PersonDocument>();
  if (!person) return;
  await mailAddressAsked(`${cause}:old`, person, request.email);
  const owner = await People.findOne({ email: request.email, state: 'active' }).lean<PersonDocument>();
  if (owner) return answerSignUpAgain(owner, request.createdAt);
  const token = await newLink(person._id, 'email', request.email);
  if (token) await mailNewAddress(`${cause}:new`, person, request.email, token);
}
