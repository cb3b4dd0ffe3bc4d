/** What the accounts domain does by itself: its mails, its clean-up, its part of an export and of a deletion. */
import { subscribe } from '$lib/server/events';
import { Mails } from '$lib/server/mail/mail.model';
import { forgetUploader } from '$lib/server/files/files';
import { op } from '$lib/server/mongo';
import { AccountRequests } from './account-request.model';
import { eraseEverywhere } from './erasure';
import { registerForgetExpiredJob } from './jobs/forget-expired';
import { newLink } from './links/person-links';
import {
  mailAddressChanged,
  mailConfirm,
  mailDeleted,
  mailPasswordChanged,
  mailSecondFactor,
} from './mail/account-mails';
import { answerRequest } from './mail/answer-request';
import { registerOwnPersonalData } from './own-personal-data';
import { People, type PersonDocument } from './person.model';
import { Sessions } from './session.model';
import './accounts-events';

const activePerson = (id: string) => People.findOne({ _id: id, state: 'active' }).lean<PersonDocument>();

export function registerAccountsSubscribers(): void {
  registerMails();
  registerDeletion();
  registerOwnPersonalData();
  registerForgetExpiredJob();
}

function registerMails(): void {
  subscribe('account.signed_up', 'accounts.mail-confirm', async ({ id, payload }) => {
    const person = await activePerson(payload.personId);
    const token = person && !person.confirmedAt ? await newLink(person._id, 'confirm', person.email) : null;
    if (person && token) await mailConfirm(`${id}:${person._id}`, person, token);
  });
  subscribe('account.mail_requested', 'accounts.answer-request', ({ payload }) => answerRequest(payload.requestId));
  subscribe('account.password_changed', 'accounts.mail-password', async ({ id, at, payload }) => {
    const person = await activePerson(payload.personId);
    if (person) await mailPasswordChanged(`${id}:${person._id}`, person, at);
  });
  subscribe('account.second_factor_changed', 'accounts.mail-second-factor', async ({ id, payload }) => {
    const person = await activePerson(payload.personId);
    if (person) await mailSecondFactor(`${id}:${person._id}`, person, payload.on);
  });
  subscribe('account.email_changed', 'accounts.mail-old-address', async ({ id, payload }) => {
    const person = await activePerson(payload.personId);
    if (person) await mailAddressChanged(`${id}:${person._id}`, person, payload.oldEmail);
  });
}

function registerDeletion(): void {
  subscribe('account.deleted', 'accounts.erase', async ({ id, payload }) => {
    const { personId, email, name, locale } = payload;
    const goodbye = `${id}:goodbye`;
    await Sessions.deleteMany({ personId });
    await AccountRequests.deleteMany({ email });
    await Mails.deleteMany({ personId });
    await Mails.deleteMany({ to: email, key: op({ $ne: goodbye }) });
    await eraseEverywhere(personId);
    await forgetUploader(personId);
    await mailDeleted(goodbye, { name, email, locale });
  });
}
